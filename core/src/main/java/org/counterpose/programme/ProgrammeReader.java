package org.counterpose.programme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.counterpose.document.Fields;
import org.counterpose.document.Node;
import org.counterpose.document.Place;
import org.counterpose.document.Problems;
import org.counterpose.figure.Figure;

/**
 * Reads a pack and checks that every reference in it leads somewhere. All problems are told at
 * once; with any of them there is no programme.
 */
public final class ProgrammeReader {

  private static final Pattern VERSION =
      Pattern.compile("(0|[1-9][0-9]{0,5})\\.(0|[1-9][0-9]{0,5})\\.(0|[1-9][0-9]{0,5})");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");
  private static final int MOST_SCREENS = 8;

  private final Fields fields;
  private final Problems problems;
  private final PackIds ids;
  private final PackFigures figures;
  private final Map<String, Question> questions = new LinkedHashMap<>();
  private final ConditionReader conditions;

  private ProgrammeReader(Fields fields, Set<String> pictures, Problems problems) {
    this.fields = fields;
    this.problems = problems;
    this.ids = new PackIds(problems);
    this.figures = new PackFigures(pictures, problems);
    this.conditions = new ConditionReader(ids, questions, problems);
  }

  /**
   * The programme of a pack.
   *
   * @param pictures the names of the pictures in the pack's folder, without ending
   */
  public static Optional<Programme> read(
      Node document, PackTexts texts, Set<String> pictures, Problems problems) {
    int before = problems.count();
    Optional<Fields> fields = Fields.of(document, problems);
    if (fields.isEmpty() || PackFormat.isOfALaterFormat(document, problems)) {
      return Optional.empty();
    }
    PackFormat.refuseNothing(document, problems);
    ProgrammeReader reader = new ProgrammeReader(fields.get(), pictures, problems);
    Optional<Programme> programme = reader.read(TextCheck.markdown(texts));
    if (document instanceof Node.Mapping pack) {
      new TextCheck(texts, reader.figures, problems).check(pack);
    }
    return problems.noneSince(before) ? programme : Optional.empty();
  }

  /** The drawn figures of a pack that is still being written: they alone must be sound. */
  public static Map<String, Figure> figures(Node document, Problems problems) {
    Map<String, Figure> figures = new LinkedHashMap<>();
    Fields.of(document, problems)
        .ifPresent(
            fields -> {
              PoseReader poses = new PoseReader(problems);
              poses.read(fields.any("poses"));
              figures.putAll(new FigureReader(poses, problems).read(fields.any("figures")));
            });
    return figures;
  }

  private Optional<Programme> read(Map<String, String> texts) {
    PackFormat.read(fields);
    giveIds();
    figures.drawn(fields.any("figures"));
    Optional<String> id = fields.text("id");
    id.filter(name -> !PackIds.isWellFormed(name))
        .ifPresent(name -> fields.wrong("id", "must be lower-case words joined by hyphens"));
    Optional<String> version = matching("version", VERSION, "must be like 1.0.0");
    Optional<String> language = matching("language", LANGUAGE, "must be a language such as en");
    Optional<Programme.Approval> approval =
        fields.object("approval").flatMap(found -> PackHead.approval(found, version));
    Map<String, Programme.Source> sources = PackHead.sources(fields);
    int beforeConditions = problems.count();
    readQuestions();
    Optional<Programme.Trial> trial =
        fields.object("trial").flatMap(found -> PackHead.trial(found, ids, questions));
    List<Programme.SumLimit> sums =
        fields.listIfAny("sums", node -> Fields.of(node, problems).flatMap(this::sum));
    int beforeScreens = problems.count();
    List<Programme.Screen> screens = objects("screens", fields.required("screens"), this::screen);
    boolean screensAreSound = problems.noneSince(beforeScreens);
    List<Programme.FitRule> fit = objects("fit", fields.required("fit"), this::fitRule);
    int beforeSafety = problems.count();
    List<SafetyRule> safety =
        objects("safety", fields.required("safety"), new SafetyRuleReader(ids, conditions)::read);
    boolean safetyIsSound = problems.noneSince(beforeSafety);
    List<Programme.ExplanationPart> explanation =
        objects("explanation", fields.required("explanation"), this::explanationPart);
    if (problems.noneSince(beforeConditions)) {
      new NeverHolds(fields, questions, sums).tell(fit, safety, explanation);
    }
    List<Programme.Aid> aids =
        fields.list("aids", node -> Fields.of(node, problems).flatMap(this::aid));
    int weeks = trial.map(found -> (found.extendTo() + 6) / 7).orElse(53);
    boolean asksForSides =
        fields.any("trial").orElse(null) instanceof Node.Mapping head
            && head.fields().containsKey("sides");
    SidesReader sides = new SidesReader(asksForSides);
    MeasureReader measureReader = new MeasureReader(ids, figures, sides, problems);
    List<Measure> measures = measureReader.read(fields);
    StageReader stages =
        new StageReader(measureReader, new DoseReader(sides, weeks, problems), weeks, problems);
    StepReader stepReader = new StepReader(ids, figures, stages, problems);
    List<Step> steps = new ArrayList<>();
    fields
        .required("steps")
        .ifPresent(node -> steps.addAll(nonEmpty("steps", node, stepReader::read)));
    if (problems.noneSince(beforeConditions)) {
      new NothingLeft(safety, questions, sums).tell(fields, steps);
    }
    measureReader.refuseUnused();
    PoseReader poses = new PoseReader(problems);
    poses.read(fields.any("poses"));
    Map<String, Figure> drawn = new FigureReader(poses, problems).read(fields.any("figures"));
    poses.refuseUnused();
    figures.refuseUnused();
    fields.noMore();
    QuestionUse use = new QuestionUse(questions, fields, problems);
    use.check(screens, safety);
    if (screensAreSound) {
      use.refuseUnasked(screens);
    }
    if (safetyIsSound) {
      use.refuseUnruled(safety);
    }
    if (id.isEmpty()
        || version.isEmpty()
        || language.isEmpty()
        || trial.isEmpty()
        || approval.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Programme(
            id.get(),
            version.get(),
            language.get(),
            trial.get(),
            approval.get(),
            sources,
            List.copyOf(questions.values()),
            sums,
            screens,
            fit,
            safety,
            explanation,
            aids,
            measures,
            steps,
            drawn,
            texts));
  }

  /** Every id is known before the first reference is followed. */
  private void giveIds() {
    if (fields.any("sources").orElse(null) instanceof Node.Mapping sources) {
      sources.fields().forEach((id, node) -> ids.give(PackIds.Kind.SOURCE, id, node.place()));
    }
    ids.giveAll(PackIds.Kind.QUESTION, fields.any("questions"));
    ids.giveAll(PackIds.Kind.SCREEN, fields.any("screens"));
    ids.giveAll(PackIds.Kind.FIT_RULE, fields.any("fit"));
    ids.giveAll(PackIds.Kind.SAFETY_RULE, fields.any("safety"));
    ids.giveAll(PackIds.Kind.EXPLANATION, fields.any("explanation"));
    ids.giveAll(PackIds.Kind.AID, fields.any("aids"));
    ids.giveAll(PackIds.Kind.MEASURE, fields.any("measures"));
    ids.giveAll(PackIds.Kind.STEP, fields.any("steps"));
  }

  private Optional<String> matching(String name, Pattern pattern, String message) {
    return fields
        .text(name)
        .filter(
            text -> {
              boolean matches = text.length() <= 60 && pattern.matcher(text).matches();
              if (!matches) {
                fields.wrong(name, message + ", got '" + text + "'");
              }
              return matches;
            });
  }

  private void readQuestions() {
    Optional<Node> list = fields.required("questions");
    if (list.isPresent()) {
      QuestionReader reader = new QuestionReader(ids, questions, problems);
      nonEmpty(
          "questions",
          list.get(),
          node -> {
            Optional<Question> question = reader.read(node);
            question.ifPresent(found -> questions.putIfAbsent(found.id(), found));
            return question;
          });
    }
  }

  private Optional<Programme.SumLimit> sum(Fields sum) {
    List<String> summed =
        sum.required("questions")
            .map(node -> conditions.numberQuestions(sum, node))
            .orElse(List.of());
    Optional<Double> most = sum.number("most", -1_000_000, 1_000_000);
    sum.noMore();
    return most.map(limit -> new Programme.SumLimit(List.copyOf(summed), limit));
  }

  private Optional<Programme.Screen> screen(String id, Fields screen) {
    List<String> shown =
        screen
            .required("questions")
            .map(node -> ids.references(PackIds.Kind.QUESTION, screen, node))
            .orElse(List.of());
    if (shown.isEmpty()) {
      screen.wrong("questions", "must name at least one question");
    }
    return Optional.of(new Programme.Screen(id, shown));
  }

  private Optional<Programme.FitRule> fitRule(String id, Fields rule) {
    return rule.required("when")
        .flatMap(conditions::read)
        .map(when -> new Programme.FitRule(id, when));
  }

  private Optional<Programme.ExplanationPart> explanationPart(String id, Fields part) {
    Optional<Condition> when = part.any("when").flatMap(conditions::read);
    Optional<String> figure = part.any("figure").flatMap(node -> figures.reference(part, node));
    return Optional.of(new Programme.ExplanationPart(id, when, figure, ids.sources(part)));
  }

  private Optional<Programme.Aid> aid(Fields aid) {
    Optional<String> id = aid.text("id");
    boolean common = aid.flagIfAny("common").orElse(false);
    Optional<String> link = aid.textIfAny("link");
    link.filter(name -> !PackIds.isWellFormed(name))
        .ifPresent(name -> aid.wrong("link", "must be lower-case words joined by hyphens"));
    Optional<String> figure = aid.any("figure").flatMap(node -> figures.reference(aid, node));
    aid.noMore();
    return id.map(name -> new Programme.Aid(name, common, link, figure));
  }

  private <T> List<T> objects(
      String name, Optional<Node> list, BiFunction<String, Fields, Optional<T>> reader) {
    return list.map(
            node ->
                nonEmpty(
                    name,
                    node,
                    element ->
                        Fields.of(element, problems)
                            .flatMap(
                                object -> {
                                  Optional<String> id = object.text("id");
                                  Optional<T> read = reader.apply(id.orElse(""), object);
                                  object.noMore();
                                  return id.flatMap(known -> read);
                                })))
        .orElse(List.of());
  }

  private <T> List<T> nonEmpty(String name, Node list, Function<Node, Optional<T>> reader) {
    if (list instanceof Node.Listing listing && listing.elements().isEmpty()) {
      Place place = list.place();
      problems.add(place, "must have at least one of the " + name);
    }
    if (list instanceof Node.Listing listing
        && name.equals("screens")
        && listing.elements().size() > MOST_SCREENS) {
      problems.add(list, "a check has at most " + MOST_SCREENS + " screens");
    }
    return fields.asList(list, reader);
  }
}
