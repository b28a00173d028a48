package org.counterpose.programme;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.counterpose.document.Fields;
import org.counterpose.document.Node;

/** Reads what stands at the head of a pack: how long the trial is, who approved it, its sources. */
final class PackHead {

  private PackHead() {}

  static Optional<Programme.Trial> trial(
      Fields trial, PackIds ids, Map<String, Question> questions) {
    Optional<Integer> days = trial.whole("days", 14, 365);
    Optional<Integer> extendTo = trial.whole("extendTo", 14, 365);
    Optional<String> painBefore = painBefore(trial, ids, questions);
    Optional<String> lasted = lasted(trial, ids, questions);
    Optional<String> sides = sides(trial, ids, questions);
    Optional<String> wishes = wishes(trial, ids, questions);
    Optional<PublishedCourse> course = trial.choiceIfAny("naturalCourse", PublishedCourse.class);
    Set<AlsoAsked> alsoAsks = alsoAsks(trial);
    trial.noMore();
    if (days.isEmpty() || extendTo.isEmpty()) {
      return Optional.empty();
    }
    if (extendTo.get() < days.get()) {
      trial.wrong("extendTo", "must not be before day " + days.get() + ", got " + extendTo.get());
      return Optional.empty();
    }
    return Optional.of(
        new Programme.Trial(
            days.get(), extendTo.get(), painBefore, lasted, sides, wishes, course, alsoAsks));
  }

  /**
   * What is asked for beside pain. Packs from before it could be said were asked for all of it, and
   * trials that run on them rest on it; one that asks for none says so with an empty list.
   */
  private static Set<AlsoAsked> alsoAsks(Fields trial) {
    if (trial.any("alsoAsks").isEmpty()) {
      return EnumSet.allOf(AlsoAsked.class);
    }
    Set<AlsoAsked> once = EnumSet.noneOf(AlsoAsked.class);
    trial.listIfAny(
        "alsoAsks",
        element -> {
          Optional<AlsoAsked> what = trial.asChoice(element, AlsoAsked.class);
          what.filter(named -> !once.add(named))
              .ifPresent(
                  named ->
                      trial
                          .problems()
                          .add(element, "'" + Fields.dashed(named) + "' is named twice"));
          return what;
        });
    return once;
  }

  private static Optional<String> painBefore(
      Fields trial, PackIds ids, Map<String, Question> questions) {
    Optional<String> id = question(trial, "painBefore", ids);
    id.map(questions::get)
        .filter(
            question ->
                !(question.kind() instanceof Question.Whole whole
                    && whole.min() == 0
                    && whole.max() == 10))
        .ifPresent(
            question -> trial.wrong("painBefore", "must be an integer question from 0 to 10"));
    return id;
  }

  private static Optional<String> lasted(
      Fields trial, PackIds ids, Map<String, Question> questions) {
    Optional<String> id = question(trial, "lasted", ids);
    id.map(questions::get)
        .filter(question -> !offersExactly(question, Programme.Trial.LASTED))
        .ifPresent(question -> mustOffer(trial, "lasted", Programme.Trial.LASTED));
    return id;
  }

  /**
   * The sides decide what is done, so nobody may pass them over. Who is not asked, since they have
   * nothing of the kind, is taken to mean both.
   */
  private static Optional<String> sides(
      Fields trial, PackIds ids, Map<String, Question> questions) {
    Optional<String> id = question(trial, "sides", ids);
    Optional<Question> question = id.map(questions::get);
    question
        .filter(known -> !offersExactly(known, Programme.Trial.SIDES))
        .ifPresent(known -> mustOffer(trial, "sides", Programme.Trial.SIDES));
    question
        .filter(Question::optional)
        .ifPresent(known -> trial.wrong("sides", "must be a question that nobody may skip"));
    return id;
  }

  private static Optional<String> wishes(
      Fields trial, PackIds ids, Map<String, Question> questions) {
    Optional<String> id = question(trial, "wishes", ids);
    id.map(questions::get)
        .filter(known -> !(known.kind() instanceof Question.Many) || known.safety())
        .ifPresent(
            known ->
                trial.wrong("wishes", "must be a question of kind many that is none of safety"));
    return id;
  }

  private static Optional<String> question(Fields trial, String name, PackIds ids) {
    return trial.any(name).flatMap(node -> ids.reference(PackIds.Kind.QUESTION, trial, node));
  }

  private static boolean offersExactly(Question question, List<String> choices) {
    return question.kind() instanceof Question.One one
        && Set.copyOf(one.choices()).equals(Set.copyOf(choices));
  }

  private static void mustOffer(Fields trial, String name, List<String> choices) {
    trial.wrong(
        name,
        "must be a question of kind one with exactly the choices " + String.join(", ", choices));
  }

  static Optional<Programme.Approval> approval(Fields approval, Optional<String> version) {
    Optional<String> status = approval.text("status");
    if (status.isEmpty()) {
      return Optional.empty();
    }
    return switch (status.get()) {
      case "draft" -> {
        approval.noMore();
        yield Optional.of(new Programme.Approval.Draft());
      }
      case "approved" -> approved(approval, version);
      default -> {
        approval.wrong("status", "must be draft or approved, got '" + status.get() + "'");
        yield Optional.empty();
      }
    };
  }

  private static Optional<Programme.Approval> approved(Fields approval, Optional<String> version) {
    Optional<String> by = approval.text("by");
    Optional<LocalDate> on = approval.text("on").flatMap(text -> date(approval, text));
    Optional<String> of = approval.text("version");
    approval.noMore();
    if (of.isPresent() && version.isPresent() && !of.get().equals(version.get())) {
      approval.wrong(
          "version",
          "approves "
              + of.get()
              + ", this is "
              + version.get()
              + ": what was changed needs its own approval, until then it is a draft");
    }
    return by.flatMap(
        who -> on.flatMap(day -> of.map(v -> new Programme.Approval.Approved(who, day, v))));
  }

  private static Optional<LocalDate> date(Fields approval, String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      approval.wrong("on", "must be a day such as 2026-11-22, got '" + text + "'");
      return Optional.empty();
    }
  }

  /** What the pack's claims rest on, by id. */
  static Map<String, Programme.Source> sources(Fields fields) {
    Map<String, Programme.Source> sources = new LinkedHashMap<>();
    Optional<Node> node = fields.required("sources");
    if (node.isPresent() && Fields.of(node.get(), fields.problems()).isPresent()) {
      if (((Node.Mapping) node.get()).fields().isEmpty()) {
        fields.problems().add(node.get(), "must name at least one source");
      }
      ((Node.Mapping) node.get())
          .fields()
          .forEach(
              (id, source) ->
                  Fields.of(source, fields.problems())
                      .flatMap(found -> source(id, found))
                      .ifPresent(found -> sources.put(id, found)));
    }
    return sources;
  }

  private static Optional<Programme.Source> source(String id, Fields source) {
    Optional<String> title = source.text("title");
    Optional<String> url = source.textIfAny("url");
    Optional<Integer> year = source.wholeIfAny("year", 1900, 2100);
    source.noMore();
    url.filter(address -> !address.startsWith("https://"))
        .ifPresent(address -> source.wrong("url", "must begin with https://"));
    return title.map(text -> new Programme.Source(id, text, url, year));
  }
}
