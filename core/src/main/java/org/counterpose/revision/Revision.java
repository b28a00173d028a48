package org.counterpose.revision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.counterpose.programme.Programme;
import org.counterpose.revision.StructureChanges.Difference;

/**
 * What a new version of a pack changes, part by part in the order in which a clinician would ask:
 * safety first, the wording last. The same two versions always give the same lines.
 */
public final class Revision {

  /** Parts with a heading of their own. */
  private static final Map<String, String> PARTS = parts();

  /** The text of such a thing is its name; others have a title, or none. */
  private static final Set<String> NAMED_BY_THEIR_TEXT = Set.of("screens", "aids", "measures");

  private static final Set<String> TOLD_ELSEWHERE = Set.of("safety", "poses", "figures");

  private final Edition old;
  private final Edition now;
  private final Map<String, List<String>> told = new LinkedHashMap<>();

  private Revision(Edition old, Edition now) {
    this.old = old;
    this.now = now;
  }

  /** The changes by the heading that they stand under; a part without any is not there. */
  public static Map<String, List<String>> between(Edition old, Edition now) {
    Revision revision = new Revision(old, now);
    revision.structure();
    revision.pictures();
    revision.texts();
    revision.told.values().removeIf(List::isEmpty);
    return revision.told;
  }

  private static Map<String, String> parts() {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("fit", "Who it suits");
    parts.put("questions", "Questions");
    parts.put("screens", "Pages of the check");
    parts.put("steps", "Steps");
    parts.put("aids", "Aids");
    parts.put("measures", "Measures");
    parts.put("explanation", "Explanation");
    return parts;
  }

  private void structure() {
    List<String> safety = new ArrayList<>();
    SafetyChanges.between(old.programme().safety(), now.programme().safety())
        .forEach(change -> safety.add(change.line()));
    told.put("Safety", safety);
    PARTS.values().forEach(heading -> told.put(heading, new ArrayList<>()));
    SafetyBesideTable beside = new SafetyBesideTable(old, now);
    Sentences sentences = new Sentences(old, now);
    Map<String, List<String>> others = new TreeMap<>();
    for (Difference difference : StructureChanges.all(old.document(), now.document())) {
      String part = difference.path().isEmpty() ? "" : difference.path().getFirst();
      Optional<SafetyChanges.Change> change = beside.of(difference);
      if (change.isPresent()) {
        safety.add(change.get().line());
      } else if (!TOLD_ELSEWHERE.contains(part)) {
        Optional.ofNullable(PARTS.get(part))
            .map(told::get)
            .orElseGet(() -> others.computeIfAbsent(part, name -> new ArrayList<>()))
            .add(sentences.line(difference));
      }
    }
    told.put("The whole", others.values().stream().flatMap(List::stream).toList());
  }

  /** The title where it has one, and always the id. */
  static String called(Edition edition, String part, String id) {
    return edition
        .programme()
        .textIfAny(part + "." + id + ".title")
        .or(() -> NAMED_BY_THEIR_TEXT.contains(part) ? named(edition, part, id) : Optional.empty())
        .map(title -> "'" + title + "' (" + id + ")")
        .orElse("'" + id + "'");
  }

  private static Optional<String> named(Edition edition, String part, String id) {
    return edition.programme().textIfAny(part + "." + id);
  }

  private void pictures() {
    List<String> lines = new ArrayList<>();
    Map<String, Object> before = pictures(old);
    Map<String, Object> after = pictures(now);
    comeAndGone("", before.keySet(), after.keySet(), lines);
    after.forEach(
        (name, picture) -> {
          if (before.containsKey(name) && !before.get(name).equals(picture)) {
            lines.add("'" + name + "' shows something else");
          }
        });
    told.put("Pictures", lines);
  }

  private static Map<String, Object> pictures(Edition edition) {
    Map<String, Object> pictures = new TreeMap<>(edition.pictures());
    pictures.putAll(edition.programme().figures());
    return pictures;
  }

  private void texts() {
    Map<String, Programme> before = languages(old);
    Map<String, Programme> after = languages(now);
    List<String> lines = new ArrayList<>();
    comeAndGone("language ", before.keySet(), after.keySet(), lines);
    after.forEach(
        (language, programme) -> {
          Programme earlier = before.get(language);
          if (earlier != null) {
            lines.addAll(
                TextChanges.between(
                    language.equals(now.programme().language()) ? "" : language + ": ",
                    earlier.texts(),
                    programme.texts()));
          }
        });
    told.put("Texts", lines);
  }

  static Map<String, Programme> languages(Edition edition) {
    Map<String, Programme> languages = new TreeMap<>(edition.translations());
    languages.put(edition.programme().language(), edition.programme());
    return languages;
  }

  private static void comeAndGone(
      String what, Set<String> before, Set<String> after, List<String> lines) {
    after.stream()
        .filter(name -> !before.contains(name))
        .forEach(name -> lines.add("new: " + what + "'" + name + "'"));
    before.stream()
        .filter(name -> !after.contains(name))
        .forEach(name -> lines.add("gone: " + what + "'" + name + "'"));
  }
}
