package org.counterpose.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads the fields of one object by name and type. Whatever is missing, of another type or not
 * known is noted as a problem at its own place, and the value is then empty; {@link #noMore} notes
 * the fields that nobody asked for.
 */
public final class Fields {

  private final Node.Mapping mapping;
  private final Problems problems;
  private final Set<String> asked = new LinkedHashSet<>();

  private Fields(Node.Mapping mapping, Problems problems) {
    this.mapping = mapping;
    this.problems = problems;
  }

  /** The fields of a node that must be an object. */
  public static Optional<Fields> of(Node node, Problems problems) {
    if (node instanceof Node.Mapping mapping) {
      return Optional.of(new Fields(mapping, problems));
    }
    problems.add(node, "must be an object, is " + node.kind());
    return Optional.empty();
  }

  public Place place() {
    return mapping.place();
  }

  public Problems problems() {
    return problems;
  }

  /** Every field by its name, as it stands; {@link #noMore} then has nothing to say. */
  public Map<String, Node> all() {
    asked.addAll(mapping.fields().keySet());
    return mapping.fields();
  }

  /**
   * The field as it stands, without a problem where it is absent. An explicit null counts as
   * absent.
   */
  public Optional<Node> any(String name) {
    asked.add(name);
    Node node = mapping.fields().get(name);
    return node == null || node instanceof Node.Nothing ? Optional.empty() : Optional.of(node);
  }

  /** The field as it stands; a problem where it is absent, at the path where it should stand. */
  public Optional<Node> required(String name) {
    Optional<Node> node = any(name);
    if (node.isEmpty()) {
      misspelt(name)
          .ifPresentOrElse(
              written -> tellUnknown(written, "; did you mean '" + name + "'?"),
              () -> wrong(name, "'" + name + "' is missing"));
    }
    return node;
  }

  /** A field that nobody asks for and that was most likely meant to be the one of this name. */
  private Optional<String> misspelt(String name) {
    if (mapping.fields().containsKey(name)) {
      return Optional.empty();
    }
    return Nearest.to(
        name,
        mapping.fields().keySet().stream().filter(written -> !asked.contains(written)).toList());
  }

  private void tellUnknown(String name, String hint) {
    asked.add(name);
    wrong(name, "'" + Shortened.of(name) + "' is not known here" + hint);
  }

  public Optional<String> text(String name) {
    return required(name).flatMap(this::asText);
  }

  public Optional<String> textIfAny(String name) {
    return any(name).flatMap(this::asText);
  }

  /** A whole number within the bounds, both included. */
  public Optional<Integer> whole(String name, int least, int most) {
    return required(name).flatMap(node -> asWhole(node, least, most));
  }

  public Optional<Integer> wholeIfAny(String name, int least, int most) {
    return any(name).flatMap(node -> asWhole(node, least, most));
  }

  /** A number, whole or not, within the bounds, both included. */
  public Optional<Double> number(String name, double least, double most) {
    return required(name).flatMap(node -> asNumber(node, least, most));
  }

  public Optional<Double> numberIfAny(String name, double least, double most) {
    return any(name).flatMap(node -> asNumber(node, least, most));
  }

  public Optional<Boolean> flagIfAny(String name) {
    return any(name)
        .flatMap(
            node ->
                node instanceof Node.Flag flag
                    ? Optional.of(flag.value())
                    : this.<Boolean>wrong(node, "must be true or false"));
  }

  /** One of an enum's constants, written in lower case with dashes, or as the constant itself. */
  public <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
    return required(name).flatMap(node -> asChoice(node, type));
  }

  public <E extends Enum<E>> Optional<E> choiceIfAny(String name, Class<E> type) {
    return any(name).flatMap(node -> asChoice(node, type));
  }

  /**
   * The elements of a list, each read by {@code reader}; those it could not read are left out,
   * their problems noted.
   */
  public <T> List<T> list(String name, Function<Node, Optional<T>> reader) {
    return required(name).map(node -> asList(node, reader)).orElse(List.of());
  }

  public <T> List<T> listIfAny(String name, Function<Node, Optional<T>> reader) {
    return any(name).map(node -> asList(node, reader)).orElse(List.of());
  }

  /** The values of an object by name, each read by {@code reader}. */
  public <T> Map<String, T> map(String name, Function<Node, Optional<T>> reader) {
    Map<String, T> read = new LinkedHashMap<>();
    required(name)
        .flatMap(node -> Fields.of(node, problems))
        .ifPresent(
            inner ->
                inner
                    .mapping
                    .fields()
                    .forEach((key, value) -> reader.apply(value).ifPresent(v -> read.put(key, v))));
    return read;
  }

  /** The fields of an object within this one; empty and a problem where absent. */
  public Optional<Fields> object(String name) {
    return required(name).flatMap(node -> of(node, problems));
  }

  public Optional<Fields> objectIfAny(String name) {
    return any(name).flatMap(node -> of(node, problems));
  }

  /** Notes a problem at a field, or where it should stand: in the object's line, at its path. */
  public void wrong(String name, String message) {
    Node node = mapping.fields().get(name);
    problems.add(node == null ? place().field(name, place().line()) : node.place(), message);
  }

  /**
   * Notes every field that was never asked for: a slip of the pen must not be passed over in
   * silence.
   */
  public void noMore() {
    List<String> known = List.copyOf(asked);
    mapping.fields().keySet().stream()
        .filter(name -> !asked.contains(name))
        .toList()
        .forEach(
            name ->
                tellUnknown(
                    name,
                    "; "
                        + Nearest.to(name, known)
                            .map(near -> "did you mean '" + near + "'? Known are ")
                            .orElse("known are ")
                        + String.join(", ", known)));
  }

  public Optional<String> asText(Node node) {
    if (!(node instanceof Node.Text text)) {
      return wrong(
          node,
          "must be a text, is "
              + node.kind()
              + (node instanceof Node.Number ? ": put it in quotes" : ""));
    }
    return text.value().isBlank() ? wrong(node, "must not be empty") : Optional.of(text.value());
  }

  /** A text that is not empty, with its place. */
  public Optional<Node.Text> asTextNode(Node node) {
    return asText(node).map(text -> (Node.Text) node);
  }

  public Optional<Integer> asWhole(Node node, int least, int most) {
    return asNumber(node, least, most)
        .flatMap(
            value ->
                isWhole(node)
                    ? Optional.of(value.intValue())
                    : this.<Integer>wrong(node, "must be a whole number, got " + plain(value)));
  }

  public Optional<Double> asNumber(Node node, double least, double most) {
    if (!(node instanceof Node.Number number)) {
      return wrong(node, "must be a number, is " + node.kind());
    }
    double value = number.value().doubleValue();
    if (!(value >= least && value <= most)) {
      return wrong(
          node, "must be from " + plain(least) + " to " + plain(most) + ", got " + number.value());
    }
    return Optional.of(value);
  }

  public <E extends Enum<E>> Optional<E> asChoice(Node node, Class<E> type) {
    return asText(node)
        .flatMap(
            text -> {
              for (E constant : type.getEnumConstants()) {
                if (constant.name().equals(text) || dashed(constant).equals(text)) {
                  return Optional.of(constant);
                }
              }
              List<String> known =
                  Arrays.stream(type.getEnumConstants()).map(Fields::dashed).toList();
              return this.<E>wrong(
                  node,
                  "must be one of "
                      + String.join(", ", known)
                      + ", got '"
                      + Shortened.of(text)
                      + "'"
                      + Nearest.hint(text, known));
            });
  }

  public <T> List<T> asList(Node node, Function<Node, Optional<T>> reader) {
    if (!(node instanceof Node.Listing listing)) {
      problems.add(node, "must be a list, is " + node.kind());
      return List.of();
    }
    List<T> read = new ArrayList<>();
    listing.elements().forEach(element -> reader.apply(element).ifPresent(read::add));
    return List.copyOf(read);
  }

  /** An enum constant as documents write it: {@code DAY_OFF} is {@code day-off}. */
  public static String dashed(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private <T> Optional<T> wrong(Node node, String message) {
    problems.add(node, message);
    return Optional.empty();
  }

  /** By its digits as written: {@code 1e-400} is not whole, though as a double it is 0. */
  private static boolean isWhole(Node node) {
    return node instanceof Node.Number number
        && (number.value().signum() == 0 || number.value().stripTrailingZeros().scale() <= 0);
  }

  private static String plain(double value) {
    return new BigDecimal(value).stripTrailingZeros().toPlainString();
  }
}
