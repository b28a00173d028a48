package org.counterpose.programme;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.counterpose.document.Fields;
import org.counterpose.document.Node;
import org.counterpose.document.Problems;

/** Reads one step: its dose, its times, what it needs, its pictures, who should avoid it. */
final class StepReader {

  private static final int DAY = 1440;

  private static final int MOST_DAYS_APART = 7;

  private final PackIds ids;
  private final PackFigures figures;
  private final StageReader stages;
  private final Problems problems;

  StepReader(PackIds ids, PackFigures figures, StageReader stages, Problems problems) {
    this.ids = ids;
    this.figures = figures;
    this.stages = stages;
    this.problems = problems;
  }

  Optional<Step> read(Node node) {
    return Fields.of(node, problems).flatMap(this::read);
  }

  private Optional<Step> read(Fields fields) {
    Optional<String> id = fields.text("id");
    List<Stage> asked = stages.read(fields, this::pictures);
    Optional<Dose> dose = asked.stream().findFirst().map(Stage::dose);
    Step.Days days = fields.objectIfAny("days").map(this::days).orElse(Step.Days.EACH);
    if (dose.isPresent() && dose.get() instanceof Dose.Breaks && fields.any("days").isPresent()) {
      fields.wrong("days", "a step of breaks has no days: it runs through the working hours");
    }
    List<Step.Slot> times = times(fields, dose);
    List<Step.NeededAid> aids = aids(fields);
    Optional<Step.Figures> pictures = fields.object("figures").flatMap(this::pictures);
    ids.refuseEmpty(fields, "avoid");
    List<String> avoid = avoid(fields);
    List<String> sources = ids.sources(fields);
    fields.noMore();
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    return id.flatMap(
        name ->
            pictures.map(shown -> new Step(name, asked, days, times, aids, shown, avoid, sources)));
  }

  private Step.Days days(Fields fields) {
    Optional<Integer> every = fields.whole("every", 2, MOST_DAYS_APART);
    Optional<Integer> first = fields.wholeIfAny("first", 1, MOST_DAYS_APART);
    fields.noMore();
    if (every.isPresent() && first.isPresent() && first.get() > every.get()) {
      fields.wrong("first", "must not be after day " + every.get() + ", got " + first.get());
    }
    return new Step.Days(every.orElse(1), first.orElse(1));
  }

  private List<Step.Slot> times(Fields fields, Optional<Dose> dose) {
    boolean isBreaks = dose.isPresent() && dose.get() instanceof Dose.Breaks;
    Optional<Node> list = fields.any("times");
    if (isBreaks && list.isPresent()) {
      problems.add(list.get(), "a step of breaks has no times: it runs through the working hours");
    }
    if (list.isEmpty()) {
      if (dose.isPresent() && !isBreaks) {
        fields.wrong("times", "'times' is missing");
      }
      return List.of();
    }
    Set<String> once = new HashSet<>();
    List<Step.Slot> slots =
        fields.asList(list.get(), element -> Fields.of(element, problems).flatMap(this::slot));
    if (list.get() instanceof Node.Listing listing) {
      if (listing.elements().isEmpty()) {
        problems.add(list.get(), "must name at least one time");
      }
      listing
          .elements()
          .forEach(
              element -> {
                if (element instanceof Node.Mapping slot
                    && slot.fields().get("id") instanceof Node.Text id
                    && !once.add(id.value())) {
                  problems.add(id, "the time '" + id.value() + "' is there twice");
                }
              });
    }
    return slots;
  }

  private Optional<Step.Slot> slot(Fields fields) {
    Optional<String> id = fields.text("id");
    id.filter(name -> !PackIds.isWellFormed(name))
        .ifPresent(
            name ->
                fields.wrong(
                    "id", "must be lower-case words joined by hyphens, got '" + name + "'"));
    Optional<Step.When> workDay = when(fields);
    Optional<Step.When> dayOff = fields.objectIfAny("dayOff").flatMap(this::dayOff);
    fields.noMore();
    return id.flatMap(name -> workDay.map(when -> new Step.Slot(name, when, dayOff)));
  }

  private Optional<Step.When> dayOff(Fields fields) {
    Optional<Step.When> when = when(fields);
    fields.noMore();
    when.filter(
            known ->
                known.anchor() == Step.Anchor.WORK_START || known.anchor() == Step.Anchor.WORK_END)
        .ifPresent(
            known -> fields.wrong("anchor", "a day off has no work: count from wake or sleep"));
    when.filter(known -> known.windowMinutes().isEmpty())
        .ifPresent(known -> fields.wrong("window", "a day off has no working time: say minutes"));
    return when;
  }

  private Optional<Step.When> when(Fields fields) {
    Optional<Step.Anchor> anchor = fields.choice("anchor", Step.Anchor.class);
    Optional<Integer> after = fields.wholeIfAny("after", 0, DAY);
    Optional<Integer> before = fields.wholeIfAny("before", 0, DAY);
    boolean saysAfter = fields.any("after").isPresent();
    boolean saysBefore = fields.any("before").isPresent();
    if (saysAfter == saysBefore) {
      problems.add(fields.place(), "must have either 'after' or 'before'");
    }
    Optional<Node> window = fields.required("window");
    boolean working = window.orElse(null) instanceof Node.Text text && text.value().equals("work");
    Optional<Integer> minutes =
        working ? Optional.empty() : window.flatMap(node -> fields.asWhole(node, 1, DAY));
    if (working && anchor.isPresent() && anchor.get() != Step.Anchor.WORK_START) {
      fields.wrong("window", "the whole working time begins at work-start");
    }
    if (anchor.isEmpty()
        || (after.isEmpty() && before.isEmpty())
        || (minutes.isEmpty() && !working)) {
      return Optional.empty();
    }
    int offset = after.orElseGet(() -> -before.orElse(0));
    return Optional.of(new Step.When(anchor.get(), offset, minutes));
  }

  private List<Step.NeededAid> aids(Fields fields) {
    Set<String> once = new HashSet<>();
    return fields.listIfAny(
        "aids",
        element ->
            Fields.of(element, problems)
                .flatMap(
                    aid -> {
                      Optional<String> id =
                          aid.required("aid")
                              .flatMap(node -> ids.reference(PackIds.Kind.AID, aid, node));
                      Optional<Step.Without> without = aid.choice("without", Step.Without.class);
                      aid.noMore();
                      id.filter(name -> !once.add(name))
                          .ifPresent(name -> aid.wrong("aid", "'" + name + "' is named twice"));
                      return id.flatMap(name -> without.map(w -> new Step.NeededAid(name, w)));
                    }));
  }

  private Optional<Step.Figures> pictures(Fields fields) {
    ids.refuseEmpty(fields, "moments");
    Optional<String> main =
        fields.required("main").flatMap(node -> figures.reference(fields, node));
    List<Step.Moment> moments =
        fields.listIfAny("moments", node -> Fields.of(node, problems).flatMap(this::moment));
    fields.noMore();
    return main.map(name -> new Step.Figures(name, moments));
  }

  private Optional<Step.Moment> moment(Fields fields) {
    Optional<String> at = fields.text("at");
    at.filter(name -> !PackIds.isWellFormed(name))
        .ifPresent(
            name ->
                fields.wrong(
                    "at", "must be lower-case words joined by hyphens, got '" + name + "'"));
    Optional<String> figure =
        fields.required("figure").flatMap(node -> figures.reference(fields, node));
    fields.noMore();
    return at.flatMap(name -> figure.map(shown -> new Step.Moment(name, shown)));
  }

  private List<String> avoid(Fields fields) {
    Set<String> once = new HashSet<>();
    return fields.listIfAny(
        "avoid",
        element ->
            fields
                .asText(element)
                .filter(
                    who -> {
                      if (!PackIds.isWellFormed(who)) {
                        problems.add(
                            element,
                            "must be lower-case words joined by hyphens, got '" + who + "'");
                      }
                      if (!once.add(who)) {
                        problems.add(element, "'" + who + "' is named twice");
                      }
                      return true;
                    }));
  }
}
