package org.counterpose.programme;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.counterpose.figure.Figure;

/**
 * A checked pack. Every cross-reference in it leads somewhere and every text it needs is there, so
 * that those who use it look nothing up in vain.
 *
 * @param version the pack's own version, such as {@code 1.0.0}; a running trial keeps the one it
 *     began with
 * @param figures the pictures that are drawn, by name; the others are files of the pack
 * @param texts every text by its full key; Markdown
 */
public record Programme(
    String id,
    String version,
    String language,
    Trial trial,
    Approval approval,
    Map<String, Source> sources,
    List<Question> questions,
    List<SumLimit> sums,
    List<Screen> screens,
    List<FitRule> fit,
    List<SafetyRule> safety,
    List<ExplanationPart> explanation,
    List<Aid> aids,
    List<Measure> measures,
    List<Step> steps,
    Map<String, Figure> figures,
    Map<String, String> texts) {

  /** Whether a figure shows a movement, and not one posture alone. */
  public boolean moves(String figure) {
    Figure drawn = figures.get(figure);
    return drawn != null && drawn.movement().poses().size() > 1;
  }

  /**
   * The days a trial lasts, and the day to which an unclear one goes on.
   *
   * @param painBefore the question that asks for the pain before the trial, 0 to 10 points
   * @param lasted the question that asks how long the complaint had lasted; its choices are {@link
   *     #LASTED}
   * @param sides the question that asks which side it is about; its choices are {@link #SIDES}
   * @param wishes the question whose choices are what somebody wants to do more easily
   * @param naturalCourse what the verdict holds the change against; empty where nothing fitting was
   *     published
   * @param alsoAsks what is asked for beside pain
   */
  public record Trial(
      int days,
      int extendTo,
      Optional<String> painBefore,
      Optional<String> lasted,
      Optional<String> sides,
      Optional<String> wishes,
      Optional<PublishedCourse> naturalCourse,
      Set<AlsoAsked> alsoAsks) {

    /** The answers to how long it had lasted, from the shortest. */
    public static final List<String> LASTED =
        List.of("under-6-weeks", "6-to-12-weeks", "over-12-weeks");

    /** The answers to which side it is about. */
    public static final List<String> SIDES = List.of("left", "right", "both");

    public Trial {
      alsoAsks = Set.copyOf(alsoAsks);
      if (days < 14 || extendTo < days) {
        throw new IllegalArgumentException(
            "a trial lasts at least 14 days and is extended forward, got "
                + days
                + " to "
                + extendTo);
      }
    }

    /** A trial for back pain that knows nothing of the time before it. */
    public static Trial forBackPain(int days, int extendTo) {
      return new Trial(
          days,
          extendTo,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.of(PublishedCourse.BACK_PAIN),
          Set.of(AlsoAsked.values()));
    }
  }

  /**
   * A bound on several answers together: the sum of the questions must not be above {@code most}.
   */
  public record SumLimit(List<String> questions, double most) {}

  /** Questions asked together on one page of the check. */
  public record Screen(String id, List<String> questions) {}

  /**
   * What must hold for the programme to suit someone; text {@code fit.<id>} says so where it does
   * not.
   */
  public record FitRule(String id, Condition when) {}

  /** A part of the explanation, shown when its condition holds. */
  public record ExplanationPart(
      String id, Optional<Condition> when, Optional<String> figure, List<String> sources) {}

  /**
   * A thing a step uses. {@code common}: most homes have one. {@code link}: the name of the
   * clinic's link to buy it.
   */
  public record Aid(String id, boolean common, Optional<String> link, Optional<String> figure) {}

  /** What a claim rests on. */
  public record Source(String id, String title, Optional<String> url, Optional<Integer> year) {}

  /** Whether a clinician stands behind this version of the safety table. */
  public sealed interface Approval {
    /** No clinician has approved it yet. */
    record Draft() implements Approval {}

    record Approved(String by, java.time.LocalDate on, String version) implements Approval {}
  }

  /** Whether people are asked for this beside pain. */
  public boolean asksFor(AlsoAsked what) {
    return trial.alsoAsks().contains(what);
  }

  public Question question(String id) {
    return questions.stream()
        .filter(question -> question.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no question " + id + " in " + this.id));
  }

  public Optional<Step> step(String id) {
    return steps.stream().filter(step -> step.id().equals(id)).findFirst();
  }

  public Optional<Measure> measure(String id) {
    return measures.stream().filter(measure -> measure.id().equals(id)).findFirst();
  }

  public Optional<Aid> aid(String id) {
    return aids.stream().filter(aid -> aid.id().equals(id)).findFirst();
  }

  /** The key of what a source is called in another language. */
  static String titleOf(String source) {
    return "sources." + source;
  }

  /** The same in another language. */
  public Programme in(String other, Map<String, String> translated) {
    Map<String, Source> called = new LinkedHashMap<>(sources);
    called.replaceAll(
        (known, source) ->
            new Source(
                known,
                translated.getOrDefault(titleOf(known), source.title()),
                source.url(),
                source.year()));
    return new Programme(
        id,
        version,
        other,
        trial,
        approval,
        called,
        questions,
        sums,
        screens,
        fit,
        safety,
        explanation,
        aids,
        measures,
        steps,
        figures,
        translated);
  }

  /** A text that the pack's check made sure of. */
  public String text(String key) {
    String text = texts.get(key);
    if (text == null) {
      throw new IllegalArgumentException("no text " + key + " in " + id);
    }
    return text;
  }

  /** What a stage of a step is called. */
  public String stageTitle(String step, String stage) {
    return text("steps." + step + ".stage." + stage).strip();
  }

  /** Who should leave a step out. */
  public List<String> avoid(Step step) {
    return step.avoid().stream().map(who -> text("steps." + step.id() + ".avoid." + who)).toList();
  }

  /** A text that may be left out, such as a question's hint. */
  public Optional<String> textIfAny(String key) {
    return Optional.ofNullable(texts.get(key));
  }

  @Override
  public String toString() {
    return id + " " + version;
  }
}
