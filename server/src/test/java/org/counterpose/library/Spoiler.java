package org.counterpose.library;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.counterpose.document.Node;
import org.counterpose.document.Place;

/** Spoils texts and documents at random, in ways that people and broken programs do. */
public final class Spoiler {

  private static final List<String> SCRAPS =
      List.of(
          "",
          " ",
          "  ",
          "\t",
          "\n",
          ":",
          "- ",
          "[",
          "]",
          "{",
          "}",
          "\"",
          "'",
          "|",
          ">",
          "#",
          "# ",
          "&a",
          "*a",
          "!!",
          "%",
          "@",
          "`",
          "---",
          "...",
          "\u0000",
          "\uFEFF",
          "\ud83e",
          "\ud83e\uddd8",
          "```",
          "null",
          "true",
          "1e309",
          "-1",
          "0",
          "99999999999999999999",
          ".nan",
          ".inf",
          "0x1F",
          "1_000",
          "id",
          "when",
          "all",
          "any",
          "sources",
          "steps",
          "mid-back",
          "rolled-towel");

  private final Random random;

  public Spoiler(Random random) {
    this.random = random;
  }

  /** The text with one to four pieces cut, doubled, swapped or put in. */
  public String text(String text) {
    StringBuilder spoilt = new StringBuilder(text);
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(spoilt.length() + 1);
      int to = Math.min(spoilt.length(), at + random.nextInt(40));
      switch (random.nextInt(4)) {
        case 0 -> spoilt.delete(at, to);
        case 1 -> spoilt.insert(at, SCRAPS.get(random.nextInt(SCRAPS.size())));
        case 2 -> spoilt.insert(at, spoilt.substring(at, to));
        default -> spoilt.replace(at, to, SCRAPS.get(random.nextInt(SCRAPS.size())));
      }
    }
    return spoilt.toString();
  }

  /** The document with about {@code share} of its values lost, moved or of another kind. */
  public Node document(Node node, double share) {
    if (random.nextDouble() < share) {
      return anything(node, 0);
    }
    return switch (node) {
      case Node.Mapping mapping -> {
        Map<String, Node> fields = new LinkedHashMap<>();
        mapping
            .fields()
            .forEach(
                (name, value) -> {
                  if (random.nextDouble() >= share) {
                    fields.put(
                        random.nextDouble() < share ? scrap() : name, document(value, share));
                  }
                });
        yield new Node.Mapping(fields, mapping.place());
      }
      case Node.Listing listing -> {
        List<Node> elements = new ArrayList<>();
        for (Node element : listing.elements()) {
          for (int i = random.nextDouble() < share ? random.nextInt(3) : 1; i > 0; i--) {
            elements.add(document(element, share));
          }
        }
        yield new Node.Listing(elements, listing.place());
      }
      default -> node;
    };
  }

  private Node anything(Node instead, int depth) {
    Place place = instead.place();
    return switch (random.nextInt(depth > 3 ? 4 : 6)) {
      case 0 -> new Node.Text(scrap(), place);
      case 1 -> new Node.Number(number(), place);
      case 2 -> new Node.Flag(random.nextBoolean(), place);
      case 3 -> new Node.Nothing(place);
      case 4 -> new Node.Listing(List.of(anything(instead, depth + 1), instead), place);
      default -> new Node.Mapping(Map.of(scrap(), anything(instead, depth + 1)), place);
    };
  }

  private BigDecimal number() {
    return switch (random.nextInt(4)) {
      case 0 -> BigDecimal.valueOf(random.nextInt(100) - 50);
      case 1 -> new BigDecimal("1e" + (random.nextInt(1000) - 500));
      case 2 -> new BigDecimal("-1e999999");
      default -> BigDecimal.valueOf(random.nextGaussian() * 1e6);
    };
  }

  private String scrap() {
    return SCRAPS.get(random.nextInt(SCRAPS.size()));
  }
}
