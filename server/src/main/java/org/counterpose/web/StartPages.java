package org.counterpose.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.counterpose.clinic.InvitationUsed;
import org.counterpose.document.Problem;
import org.counterpose.document.Problems;
import org.counterpose.journal.Entry;
import org.counterpose.journal.Routine;
import org.counterpose.journeys.Begun;
import org.counterpose.journeys.Journey;
import org.counterpose.journeys.Journeys;
import org.counterpose.library.Library;
import org.counterpose.people.HeldKey;
import org.counterpose.people.People;
import org.counterpose.programme.Outcome;
import org.counterpose.programme.Programme;
import org.counterpose.screening.Answers;
import org.counterpose.screening.Screening;
import org.counterpose.words.Words;

/** Fitting the plan to a person's day: at the start, and whenever the day changes. */
final class StartPages {

  private static final String INSTEAD_OF = "instead-of";
  private static final String BESIDE = "beside";
  private static final String ROUTINE_KEPT = "/today?kept=routine";

  private final Trials trials;
  private final Door door;
  private final People people;
  private final Journeys journeys;
  private final Library library;
  private final Sharing sharing;
  private final Layout layout;
  private final Words words;
  private final ZoneId clinicZone;
  private final InstantSource clock;

  StartPages(Trials trials, People people, Sharing sharing, Layout layout, ZoneId clinicZone) {
    this.trials = trials;
    this.people = people;
    this.sharing = sharing;
    this.door = trials.door();
    this.journeys = trials.journeys();
    this.library = trials.library();
    this.layout = layout;
    this.words = layout.words();
    this.clinicZone = clinicZone;
    this.clock = trials.clock();
  }

  void add(Routes routes) {
    OfProgramme programmes = new OfProgramme(library, layout);
    routes.get("/programmes/{programme}/start", programmes.on(this::setUp));
    routes.post("/programmes/{programme}/start", programmes.on(this::start));
    routes.post("/programmes/{programme}/ask-clinic", programmes.on(this::askClinic));
    routes.get("/routine", trials.on(this::routine));
    routes.post("/routine", trials.once(ROUTINE_KEPT, this::change));
    routes.get("/j/{id}/{key}", this::enter);
    routes.post("/j/{id}/{key}", this::enter);
  }

  /**
   * The private link: this device holds the trial from now on. Where it holds another one, it asks
   * first.
   */
  private void enter(Context context) {
    String id = context.pathParam("id");
    String key = context.pathParam("key");
    if (journeys.own(id, key).isEmpty()) {
      layout.notFound(context);
      return;
    }
    Optional<HeldTrial> held =
        held(context, journey -> HeldTrial.Beside.NEVER).filter(trial -> !trial.id().equals(id));
    if (held.isPresent() && !isGivenUp(context, held.get())) {
      ask(context, held.get(), new HeldTrial.Instead("post", "/j/" + id + "/" + key, "other"));
      return;
    }
    door.hold(context, new HeldKey(id, key));
    context.redirect(
        context.queryParam(Door.TO_KEEP) == null ? "/today" : "/keep", HttpStatus.SEE_OTHER);
  }

  /** The trial that this device would lose, unless both can be done. */
  private Optional<HeldTrial> held(
      Context context, Function<Journey, HeldTrial.Beside> whetherBeside) {
    Optional<Journey> open = door.journeyIfItGoesOn(context);
    return door.owned(context)
        .map(
            owned ->
                new HeldTrial(
                    owned.id().toString(),
                    door.heldAndFits(context).map(held -> door.link(context, held)),
                    open.map(this::about),
                    open.map(journey -> journey.today(clock.instant()).day()),
                    open.map(whetherBeside).orElse(HeldTrial.Beside.NEVER)));
  }

  private HeldTrial.About about(Journey open) {
    return new HeldTrial.About(
        open.programme().text("programme.title").strip(),
        open.journal().started().at().format(words.dates("book.date")));
  }

  private HeldTrial.Beside beside(Context context, Journey open, Programme programme) {
    if (open.programme().id().equals(programme.id())) {
      return HeldTrial.Beside.NEVER;
    }
    return people.accounts().mayManage(open.id(), door.account(context))
        ? HeldTrial.Beside.NOW
        : HeldTrial.Beside.ONCE_SIGNED_IN;
  }

  /** Whether the person was asked about this very trial, and said that it may go. */
  private static boolean isGivenUp(Context context, HeldTrial held) {
    return held.id().equals(given(context, INSTEAD_OF));
  }

  /** The trial beside which a new one is to begin, where the person said so and it can. */
  private Optional<Journey> staying(Context context, Programme programme) {
    return door.journeyIfItGoesOn(context)
        .filter(open -> open.id().toString().equals(given(context, BESIDE)))
        .filter(open -> beside(context, open, programme) == HeldTrial.Beside.NOW);
  }

  private static String given(Context context, String name) {
    String query = context.queryParam(name);
    String form = context.formParam(name);
    return form != null ? form : query != null ? query : "";
  }

  private void ask(Context context, HeldTrial held, HeldTrial.Instead instead) {
    layout.render(
        context,
        "setup/held.jte",
        words.say("held.title"),
        Map.of("held", held, "instead", instead));
  }

  private static String start(Programme programme) {
    return "/programmes/" + programme.id() + "/start";
  }

  private void setUp(Context context, Programme programme) {
    if (answers(context, programme).isEmpty()) {
      context.redirect(result(programme), HttpStatus.SEE_OTHER);
    } else if (!keepsWhatIsHeld(context, programme)) {
      showStart(context, RoutineForm.usual(programme, clinicZone, words), "");
    }
  }

  /** Asks before a new trial takes the place of one on this device. */
  private boolean keepsWhatIsHeld(Context context, Programme programme) {
    if (staying(context, programme).isPresent()) {
      return false;
    }
    Optional<HeldTrial> held =
        held(context, open -> beside(context, open, programme))
            .filter(trial -> !isGivenUp(context, trial));
    held.ifPresent(
        trial -> ask(context, trial, new HeldTrial.Instead("get", start(programme), "new")));
    return held.isPresent();
  }

  private void showStart(Context context, RoutineForm form, String notShared) {
    layout.render(
        context,
        "setup/start.jte",
        words.say("start.title"),
        Map.of(
            "form",
            form,
            "insteadOf",
            given(context, INSTEAD_OF),
            "beside",
            given(context, BESIDE),
            "share",
            sharing.form(context, notShared)));
  }

  private void start(Context context, Programme programme) {
    Optional<Answers> answers = answers(context, programme);
    if (answers.isEmpty()) {
      context.redirect(result(programme), HttpStatus.SEE_OTHER);
      return;
    }
    if (keepsWhatIsHeld(context, programme)) {
      return;
    }
    Problems problems = new Problems();
    RoutineForm form = new RoutineForm(programme, context.formParamMap(), List.of(), words);
    Optional<Routine> routine = form.read(problems);
    Sharing.Wish wish = sharing.wish(context);
    if (routine.isEmpty() || !wish.isComplete()) {
      context.status(HttpStatus.UNPROCESSABLE_CONTENT);
      showStart(
          context,
          withProblems(form, problems.list()),
          wish.isComplete() ? "" : words.say("share.place.wrong"));
      return;
    }
    try {
      switch (journeys.begin(
          programme, answers.get(), routine.get(), journey -> sharing.beginning(wish, journey))) {
        case Begun.Refused refused -> context.redirect(result(programme), HttpStatus.SEE_OTHER);
        case Begun.Started started -> {
          begun(context, started);
          context.redirect("/today?begun", HttpStatus.SEE_OTHER);
        }
      }
    } catch (InvitationUsed e) {
      sharing.forgetInvitation(context);
      context.status(HttpStatus.CONFLICT);
      showStart(context, form, words.say("share.used"));
    }
  }

  /** Puts the trial that began beside the one that goes on, and signs this device in to both. */
  private void join(Context context, Journey begun, Journey other) {
    UUID account = people.accounts().of(other.id());
    if (people.accounts().bring(begun.id(), account)
        && !door.account(context).equals(Optional.of(account))) {
      StaffDoor.end(context, people.personSessions());
      StaffDoor.begin(context, people.personSessions(), account);
    }
  }

  /**
   * This device holds the trial that began, beside the one that stays, and nothing of what led to
   * it.
   */
  private void begun(Context context, Begun.Started started) {
    staying(context, started.journey().programme())
        .ifPresent(other -> join(context, started.journey(), other));
    door.hold(context, new HeldKey(started.journey().id().toString(), started.key()));
    Draft.forget(context);
    sharing.forgetInvitation(context);
  }

  /** Somebody whom the check stopped lets the clinic look at the answers. */
  private void askClinic(Context context, Programme programme) {
    Optional<Answers> answers = answers(context, programme);
    if (answers.isEmpty()
        || Screening.screen(programme, answers.get()).clearance() != Outcome.SEE_CLINICIAN_FIRST) {
      context.redirect(result(programme), HttpStatus.SEE_OTHER);
      return;
    }
    Sharing.Wish wish = sharing.wish(context);
    if (!wish.shares() || !wish.isComplete()) {
      layout.refuse(
          context, List.of(words.say(wish.shares() ? "share.place.wrong" : "share.wrong")));
      return;
    }
    if (keepsWhatIsHeld(context, programme)) {
      return;
    }
    try {
      begun(
          context,
          journeys.waitForClinic(
              programme,
              answers.get(),
              RoutineForm.usual(programme, clinicZone, words).read(new Problems()).orElseThrow(),
              journey -> sharing.beginning(wish, journey)));
      context.redirect("/today", HttpStatus.SEE_OTHER);
    } catch (InvitationUsed e) {
      sharing.forgetInvitation(context);
      layout.refuse(context, List.of(words.say("share.used")));
    }
  }

  private Optional<Answers> answers(Context context, Programme programme) {
    return Draft.of(context, programme).complete(words);
  }

  private static String result(Programme programme) {
    return "/programmes/" + programme.id() + "/result";
  }

  private void routine(Context context, Journey journey) {
    showRoutine(context, RoutineForm.of(journey.programme(), journey.journal().routine(), words));
  }

  private void showRoutine(Context context, RoutineForm form) {
    layout.render(context, "setup/routine.jte", words.say("routine.title"), Map.of("form", form));
  }

  private void change(Context context, Journey journey) {
    Problems problems = new Problems();
    RoutineForm form =
        new RoutineForm(journey.programme(), context.formParamMap(), List.of(), words);
    Optional<Routine> routine = form.read(problems);
    if (routine.isEmpty()) {
      context.status(HttpStatus.UNPROCESSABLE_CONTENT);
      showRoutine(context, withProblems(form, problems.list()));
      return;
    }
    journeys.append(
        journey,
        List.of(
            new Entry.RoutineChanged(
                trials.ids(context).get(),
                clock.instant().atZone(routine.get().zone()).toOffsetDateTime(),
                routine.get())));
    context.redirect(ROUTINE_KEPT, HttpStatus.SEE_OTHER);
  }

  private static RoutineForm withProblems(RoutineForm form, List<Problem> problems) {
    return new RoutineForm(form.programme(), form.filledIn(), problems, form.words());
  }
}
