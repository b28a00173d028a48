package org.counterpose.programme;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.counterpose.document.Place;
import org.counterpose.document.Problems;

/**
 * The words of a pack, by key. In the Markdown files each heading of the first level is a key, and
 * what stands below it, up to the next one, is the text.
 */
public final class PackTexts {

  /** A heading of a lower level, or one without its space, that can only be meant as a key. */
  private static final Pattern ALMOST_A_KEY =
      Pattern.compile(
          " {0,3}#+"
              + " *(?<key>(programme|article|screens|questions|fit|outcomes|safety|explanation|aids"
              + "|steps|measures|figures)\\.[a-z0-9-]+(\\.[a-z0-9-]+){0,3})\\s*");

  /** From so many texts on that are elsewhere too, a file is taken for a copy. */
  private static final int A_COPY = 4;

  private final Map<String, Text> byKey;

  private PackTexts(Map<String, Text> byKey) {
    this.byKey = byKey;
  }

  record Text(String markdown, Place place) {}

  /** Reads the Markdown of every file; files are in the order of their names. */
  public static PackTexts read(Map<String, String> markdownByFile, Problems problems) {
    Map<String, Text> byKey = new LinkedHashMap<>();
    markdownByFile.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(file -> new Reading(file.getKey(), byKey, problems).read(file.getValue()));
    return new PackTexts(byKey);
  }

  /**
   * The programme in the language of these texts. A text that it has in its own language and not in
   * this one is a problem, told where it is to be translated from, and so is one that it has not,
   * but for the title of a source.
   *
   * @param own the programme's texts in its own language
   */
  public Optional<Programme> translate(
      Programme programme, String language, PackTexts own, Problems problems) {
    int before = problems.count();
    new Untranslated(own, this, language).tell(problems);
    byKey.forEach(
        (key, text) -> {
          if (!programme.texts().containsKey(key) && !namesASource(programme, key)) {
            problems.add(text.place(), "there is no such text in '" + programme.language() + "'");
          }
        });
    if (!problems.noneSince(before)) {
      return Optional.empty();
    }
    Map<String, String> translated = new LinkedHashMap<>();
    byKey.forEach((key, text) -> translated.put(key, text.markdown()));
    return Optional.of(programme.in(language, Map.copyOf(translated)));
  }

  /** What is no publication, such as own judgement, may be called otherwise in each language. */
  private static boolean namesASource(Programme programme, String key) {
    return programme.sources().keySet().stream().anyMatch(id -> key.equals(Programme.titleOf(id)));
  }

  Optional<Text> find(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  Map<String, Text> all() {
    return byKey;
  }

  /** The reading of one file, line by line; a fence hides what looks like a heading within it. */
  private static final class Reading {
    private final String file;
    private final Map<String, Text> byKey;
    private final Problems problems;
    private final Map<Place, Place> twice = new LinkedHashMap<>();
    private final StringBuilder below = new StringBuilder();
    private Place heading;
    private String fence = "";

    Reading(String file, Map<String, Text> byKey, Problems problems) {
      this.file = file;
      this.byKey = byKey;
      this.problems = problems;
      this.heading = new Place(file, 1, "");
    }

    void read(String markdown) {
      List<String> lines = markdown.lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i);
        Matcher other = ALMOST_A_KEY.matcher(line);
        if (fence.isEmpty() && (line.startsWith("# ") || line.equals("#"))) {
          keep();
          heading = new Place(file, i + 1, line.substring(1).strip());
        } else if (fence.isEmpty() && other.matches()) {
          keep();
          heading = new Place(file, i + 1, other.group("key"));
          problems.add(
              heading, "a key has one '#' and a space before it: '# " + heading.path() + "'");
        } else {
          watchFence(line.strip());
          below.append(line).append('\n');
        }
      }
      if (!fence.isEmpty()) {
        problems.add(heading, "a fence of code is never closed");
      }
      keep();
      tellTwice();
    }

    private void watchFence(String line) {
      if (fence.isEmpty()) {
        fence = line.startsWith("```") ? "```" : line.startsWith("~~~") ? "~~~" : "";
      } else if (line.startsWith(fence)) {
        fence = "";
      }
    }

    private void keep() {
      String text = below.toString().strip();
      below.setLength(0);
      String key = heading.path();
      if (key.isEmpty()) {
        if (!text.isEmpty() || heading.line() > 1) {
          problems.add(
              heading, "a text needs a heading that is its key, such as '# article.title'");
        }
        return;
      }
      if (text.isEmpty()) {
        problems.add(heading, "has no text below it");
      }
      Text first = byKey.putIfAbsent(key, new Text(text, heading));
      if (first != null) {
        twice.put(heading, first.place());
      }
    }

    /** A copy of a file is one slip, and not one for each of its texts. */
    private void tellTwice() {
      Set<String> from = twice.values().stream().map(Place::file).collect(Collectors.toSet());
      if (twice.size() >= A_COPY && from.size() == 1 && !from.contains(file)) {
        problems.add(
            new Place(file, 1, ""),
            twice.size()
                + " of its texts are there twice, first in "
                + from.iterator().next()
                + ": is it a copy?");
      } else {
        twice.forEach(
            (again, first) ->
                problems.add(
                    again, "is there twice, first at " + first.file() + ":" + first.line()));
      }
    }
  }
}
