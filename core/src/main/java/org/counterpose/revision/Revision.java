package org.counterpose.revision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.counterpose.document.Node;
import org.counterpose.programme.Programme;

/**
 * What a new version of a pack changes, part by part in the order in which a clinician would ask:
 * safety first, the wording last. The same two versions always give the same lines.
 */
public final class Revision {

  /** Parts with words of their own; all others are told field by field. */
  private static final Map<String, String> PARTS = parts();

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
    revision.told.put(
        "Safety",
        SafetyChanges.between(old.programme().safety(), now.programme().safety()).stream()
            .map(SafetyChanges.RuleChange::line)
            .toList());
    PARTS.forEach((name, heading) -> revision.part(name, heading));
    revision.others();
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
    parts.put("explanation", "Explanation");
    return parts;
  }

  private void part(String name, String heading) {
    told.put(heading, things(name));
  }

  /** Of a list of things with ids: which are new, gone, changed or in another order. */
  private List<String> things(String name) {
    Map<String, Node> before = byName(old, name);
    Map<String, Node> after = byName(now, name);
    List<String> lines = new ArrayList<>();
    after.forEach(
        (id, thing) -> {
          if (!before.containsKey(id)) {
            lines.add("new: " + called(now, name, id));
          } else {
            lines.addAll(StructureChanges.between(called(now, name, id), before.get(id), thing));
          }
        });
    before
        .keySet()
        .forEach(
            id -> {
              if (!after.containsKey(id)) {
                lines.add("gone: " + called(old, name, id));
              }
            });
    List<String> kept = after.keySet().stream().filter(before::containsKey).toList();
    if (!kept.equals(before.keySet().stream().filter(after::containsKey).toList())) {
      lines.add("in another order: " + String.join(", ", kept));
    }
    return lines;
  }

  /** The title where it has one, and always the id. */
  static String called(Edition edition, String part, String id) {
    return edition
        .programme()
        .textIfAny(part + "." + id + ".title")
        .map(title -> "'" + title + "' (" + id + ")")
        .orElse("'" + id + "'");
  }

  private void others() {
    Map<String, Node> before = fields(old.document());
    Map<String, Node> after = fields(now.document());
    Set<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    List<String> lines = new ArrayList<>();
    names.stream()
        .filter(name -> !PARTS.containsKey(name) && !TOLD_ELSEWHERE.contains(name))
        .forEach(
            name ->
                lines.addAll(StructureChanges.between(name, before.get(name), after.get(name))));
    told.put("The whole", lines);
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

  private static Map<String, Node> byName(Edition edition, String part) {
    return fields(edition.document()).get(part) instanceof Node.Listing list
        ? StructureChanges.byName(list)
        : Map.of();
  }

  private static Map<String, Node> fields(Node document) {
    return document instanceof Node.Mapping pack ? pack.fields() : Map.of();
  }
}
