package org.counterpose.programme;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.counterpose.document.Fields;
import org.counterpose.document.Node;
import org.counterpose.document.Place;
import org.counterpose.document.Problems;

/**
 * Holds the words of a pack against its structure: every text that is needed is there, and none is
 * there that nothing shows. A missing one is told where the thing stands that needs it.
 */
final class TextCheck {

  private final PackTexts texts;
  private final PackFigures figures;
  private final Problems problems;
  private final Set<String> known = new HashSet<>();
  private final Map<String, Place> missing = new LinkedHashMap<>();

  TextCheck(PackTexts texts, PackFigures figures, Problems problems) {
    this.texts = texts;
    this.figures = figures;
    this.problems = problems;
  }

  void check(Node.Mapping pack) {
    Place place = pack.place();
    List.of(
            "programme.title",
            "programme.intro",
            "article.title",
            "article.summary",
            "article.body")
        .forEach(key -> need(place, key));
    known.add("article.next");
    for (Outcome outcome : Outcome.values()) {
      need(place, "outcomes." + Fields.dashed(outcome) + ".title");
      need(place, "outcomes." + Fields.dashed(outcome) + ".do");
    }
    each(pack, "questions", this::question);
    each(pack, "screens", (id, screen) -> need(screen.place(), "screens." + id));
    each(pack, "fit", (id, rule) -> need(rule.place(), "fit." + id));
    each(
        pack,
        "safety",
        (id, rule) -> {
          need(rule.place(), "safety." + id + ".advice");
          need(rule.place(), "safety." + id + ".why");
        });
    each(
        pack,
        "explanation",
        (id, part) -> {
          need(part.place(), "explanation." + id);
          need(part.place(), "explanation." + id + ".title");
        });
    Set<String> substituted = substituted(pack);
    each(pack, "aids", (id, aid) -> aid(id, aid, substituted));
    each(
        pack,
        "measures",
        (id, measure) -> {
          need(measure.place(), "measures." + id);
          need(measure.place(), "measures." + id + ".how");
        });
    each(pack, "steps", this::step);
    figures
        .named()
        .forEach(
            (name, node) -> {
              if (figures.has(name)) {
                need(node.place(), "figures." + name);
              }
            });
    new TextSlips(texts, problems).tell(missing, unknown());
  }

  /** The texts that nothing shows. */
  private List<String> unknown() {
    return texts.all().keySet().stream()
        .filter(key -> !known.contains(key))
        .filter(
            key -> !key.startsWith("figures.") || !figures.has(key.substring("figures.".length())))
        .toList();
  }

  private void question(String id, Node.Mapping question) {
    String key = "questions." + id;
    need(question.place(), key);
    known.add(key + ".hint");
    known.add(key + ".tick");
    known.add(key + ".unit");
    texts(question, "choices").forEach(choice -> need(choice.place(), key + "." + choice.value()));
  }

  private void aid(String id, Node.Mapping aid, Set<String> substituted) {
    String key = "aids." + id;
    need(aid.place(), key);
    need(aid.place(), key + ".about");
    if (substituted.contains(id)) {
      need(aid.place(), key + ".substitute");
    }
    known.add(key + ".substitute");
  }

  private void step(String id, Node.Mapping step) {
    String key = "steps." + id;
    for (String part : List.of("title", "short", "why", "setup", "finish", "known")) {
      need(step.place(), key + "." + part);
    }
    known.addAll(List.of(key + ".unit", key + ".side.left", key + ".side.right"));
    texts(step, "avoid").forEach(who -> need(who.place(), key + ".avoid." + who.value()));
    if (step.fields().get("dose") instanceof Node.Mapping dose) {
      dose(key, dose);
    }
    each(
        step,
        "stages",
        (stage, node) -> {
          need(node.place(), key + ".stage." + stage);
          need(node.place(), key + ".stage." + stage + ".how");
          if (node.fields().get("dose") instanceof Node.Mapping dose) {
            dose(key, dose);
          }
        });
  }

  private void dose(String step, Node.Mapping dose) {
    if (dose.fields().get("kind") instanceof Node.Text kind) {
      List<String> moments = Step.cueMoments(kind.value(), dose.fields().containsKey("moves"));
      moments.forEach(at -> need(dose.place(), step + ".cue." + at));
      if (moments.isEmpty()) { // a kind that there is not: what it speaks of is not known
        texts.all().keySet().stream()
            .filter(key -> key.startsWith(step + ".cue."))
            .forEach(known::add);
      }
    }
    texts(dose, "moves").forEach(move -> need(move.place(), step + ".move." + move.value()));
  }

  private Set<String> substituted(Node.Mapping pack) {
    Set<String> substituted = new HashSet<>();
    each(
        pack,
        "steps",
        (id, step) -> {
          if (step.fields().get("aids") instanceof Node.Listing aids) {
            for (Node aid : aids.elements()) {
              if (aid instanceof Node.Mapping needed
                  && needed.fields().get("aid") instanceof Node.Text name
                  && needed.fields().get("without") instanceof Node.Text without
                  && without.value().equals("substitute")) {
                substituted.add(name.value());
              }
            }
          }
        });
    return substituted;
  }

  private void need(Place place, String key) {
    if (known.add(key) && texts.find(key).isEmpty()) {
      missing.put(key, place);
    }
  }

  /** Runs through the objects of a list that have an id. */
  private static void each(Node.Mapping pack, String name, BiConsumer<String, Node.Mapping> visit) {
    if (pack.fields().get(name) instanceof Node.Listing list) {
      for (Node element : list.elements()) {
        if (element instanceof Node.Mapping object
            && object.fields().get("id") instanceof Node.Text id) {
          visit.accept(id.value(), object);
        }
      }
    }
  }

  private static List<Node.Text> texts(Node.Mapping object, String name) {
    return Optional.ofNullable(object.fields().get(name)).stream()
        .flatMap(node -> node instanceof Node.Listing list ? list.elements().stream() : Stream.of())
        .filter(Node.Text.class::isInstance)
        .map(Node.Text.class::cast)
        .toList();
  }

  /** The texts by key, for the programme. */
  static Map<String, String> markdown(PackTexts texts) {
    Map<String, String> markdown = new LinkedHashMap<>();
    texts.all().forEach((key, text) -> markdown.put(key, text.markdown()));
    return markdown;
  }
}
