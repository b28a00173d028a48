package org.counterpose.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.counterpose.clinic.Care;
import org.counterpose.clinic.ClinicList;
import org.counterpose.handout.Handouts;
import org.counterpose.journal.Adaptation;
import org.counterpose.journal.EntryReader;
import org.counterpose.journeys.Journey;
import org.counterpose.people.Staff;
import org.counterpose.plan.Moment;
import org.counterpose.practice.Practice;
import org.counterpose.store.AuditLine;
import org.counterpose.store.AuditTrail;
import org.counterpose.store.ListRow;
import org.counterpose.store.SqlLanguages;
import org.counterpose.words.Words;

/** One person as the clinic sees them, and what it does for them. */
final class CarePages {

  private static final int LONGEST_REASON = 500;

  private final Practice practice;
  private final ClinicList list;
  private final Care care;
  private final BookingDesk desk;
  private final SqlLanguages languages;
  private final Prints prints;
  private final Layout layout;
  private final Words words;
  private final NeedInWords needs;
  private final InstantSource clock;

  CarePages(Practice practice, BookingDesk desk, Prints prints, Layout layout) {
    this.practice = practice;
    this.list = practice.list();
    this.care = new Care(practice.journeys(), practice.clock(), UUID::randomUUID);
    this.desk = desk;
    this.languages = new SqlLanguages(practice.database());
    this.prints = prints;
    this.layout = layout;
    this.words = layout.words();
    this.needs = new NeedInWords(practice.library(), layout.words());
    this.clock = practice.clock();
  }

  void add(StaffRoutes routes) {
    routes.get(
        "/staff/people/{journey}",
        on(
            (context, staff, journey) ->
                show(context, staff, journey, List.of(), Optional.empty())));
    routes.get("/staff/people/{journey}/summary", on(this::summary));
    routes.post("/staff/people/{journey}/note", on(this::note));
    routes.post("/staff/people/{journey}/adapt", on(this::adapt));
    routes.post("/staff/people/{journey}/pause", on(this::pause));
    routes.post("/staff/people/{journey}/resume", on(this::resume));
    routes.post("/staff/people/{journey}/clear", on(this::clear));
  }

  /** A page about a person whom this staff member may see. */
  private interface Page {
    void serve(Context context, Staff staff, Journey journey);
  }

  /** A person of another place is not found, as if there were none. */
  private StaffRoutes.Page on(Page page) {
    return (context, staff) -> {
      Optional<Journey> journey =
          Ids.read(context.pathParam("journey")).flatMap(id -> list.open(id, staff.places()));
      if (journey.isPresent()) {
        page.serve(context, staff, journey.get());
      } else {
        layout.notFound(context);
      }
    };
  }

  /** Shows a person as they stand now. Whatever led to it, that is a look at them, and is noted. */
  private void show(
      Context context,
      Staff staff,
      Journey asked,
      List<AdaptForm.Fault> faults,
      Optional<AdaptForm> sent) {
    // A stop that is on the page is on the list before that is read, or this was no look at it.
    Optional<ListRow> row = list.rowNow(asked);
    Instant read = clock.instant();
    Optional<Journey> asItStands = list.open(asked.id(), staff.places());
    if (row.isEmpty() || asItStands.isEmpty()) {
      layout.notFound(context);
      return;
    }
    AuditLine viewed = staff.line(read, "viewed", Optional.of(asked.id()), "");
    list.seen(asked.id(), staff.name(), read, connection -> AuditTrail.add(connection, viewed));
    Journey journey = asItStands.get();
    CarePage page =
        CarePage.of(
            journey,
            row.get(),
            open(journey),
            new CarePage.Visits(visits(journey), Visit.zone(desk.clinic().zone(), words)),
            sent.orElseGet(
                () -> AdaptForm.empty(journey.programme(), journey.today(clock.instant()), words)),
            clock.instant(),
            needs);
    layout.render(
        context,
        "staff/care.jte",
        NameOnList.of(row.get(), words),
        Map.of(
            "staff",
            staff,
            "care",
            page,
            "reads",
            Reads.of(
                languages.of(journey.id()),
                practice.words().languages(),
                Handouts.mayPrint(journey.today(clock.instant()))
                    ? practice.languagesOf(journey.programme())
                    : List.of(),
                words),
            "faults",
            sent.map(AdaptForm::faults).orElse(faults),
            "saved",
            saved(context),
            "note",
            Optional.ofNullable(context.formParam("text")).orElse(""),
            "why",
            Optional.ofNullable(context.formParam("why")).orElse("")));
  }

  private CarePage.Open open(Journey journey) {
    Moment moment = journey.at(clock.instant());
    return new CarePage.Open(
        moment.stoppedBy(),
        list.waiting(journey),
        SafetyHistory.of(
            journey, moment, list.concerns(journey.id()), desk.clinic().zone(), words));
  }

  /** What a form of the page that was sent a moment ago did. */
  private String saved(Context context) {
    return switch (Optional.ofNullable(context.queryParam("saved")).orElse("")) {
      case "note" -> words.say("care.saved.note");
      case "plan" -> words.say("care.saved.plan");
      case "pause" -> words.say("care.saved.pause");
      case "resume" -> words.say("care.saved.resume");
      case "clear" -> words.say("care.saved.clear");
      default -> "";
    };
  }

  private List<String> visits(Journey journey) {
    DateTimeFormatter format = words.dates("calendar.date", "book.clock");
    return practice.bookings().toComeOf(journey.id()).stream()
        .map(desk::visit)
        .map(
            visit ->
                visit.startAt().atZone(desk.clinic().zone()).format(format)
                    + ", "
                    + visit.service())
        .toList();
  }

  private void summary(Context context, Staff staff, Journey journey) {
    practice
        .people()
        .audit()
        .record(staff.line(clock.instant(), "viewed", Optional.of(journey.id()), "summary"));
    layout.render(
        context,
        "staff/summary.jte",
        words.say("summary.title"),
        Map.of(
            "staff",
            staff,
            "name",
            list.row(journey.id()).map(ListRow::name).orElse(""),
            "summary",
            SummaryPage.of(journey.findings(clock.instant()), journey.programme(), words)));
  }

  private void note(Context context, Staff staff, Journey journey) {
    Optional<String> text = text(context, "text", EntryReader.LONGEST_MESSAGE);
    if (text.isEmpty()) {
      wrong(
          context,
          staff,
          journey,
          List.of(
              new AdaptForm.Fault(
                  "note", words.say("care.note.wrong", EntryReader.LONGEST_MESSAGE))));
      return;
    }
    care.note(journey, staff, text.get(), answered(context));
    back(context, journey, "note");
  }

  private void adapt(Context context, Staff staff, Journey journey) {
    List<AdaptForm.Fault> faults = new ArrayList<>();
    Optional<List<Adaptation>> changes =
        AdaptForm.read(journey.programme(), field -> sent(context, field), faults, words);
    if (changes.isEmpty()) {
      context.status(HttpStatus.UNPROCESSABLE_CONTENT);
      show(
          context,
          staff,
          journey,
          List.of(),
          Optional.of(
              AdaptForm.sent(
                  journey.programme(),
                  journey.today(clock.instant()),
                  field -> sent(context, field),
                  faults,
                  words)));
      return;
    }
    care.adapt(
        journey,
        staff,
        sent(context, "reason").orElse("").strip(),
        changes.get(),
        answered(context));
    back(context, journey, "plan");
  }

  private void pause(Context context, Staff staff, Journey journey) {
    Optional<String> reason = text(context, "reason", LONGEST_REASON);
    if (reason.isEmpty()) {
      wrong(
          context,
          staff,
          journey,
          List.of(
              new AdaptForm.Fault(
                  "pause-reason", words.say("adapt.wrong.reason", LONGEST_REASON))));
      return;
    }
    care.pause(journey, staff, reason.get());
    back(context, journey, "pause");
  }

  private void resume(Context context, Staff staff, Journey journey) {
    care.resume(journey, staff);
    back(context, journey, "resume");
  }

  private void clear(Context context, Staff staff, Journey journey) {
    Optional<String> why = text(context, "why", LONGEST_REASON);
    List<AdaptForm.Fault> faults = new ArrayList<>();
    if (why.isEmpty()) {
      faults.add(new AdaptForm.Fault("why", words.say("clear.wrong.why", LONGEST_REASON)));
    }
    if (!"yes".equals(context.formParam("looked"))) {
      faults.add(new AdaptForm.Fault("looked", words.say("clear.wrong.looked")));
    }
    if (!faults.isEmpty()) {
      wrong(context, staff, journey, faults);
      return;
    }
    if (!care.clear(journey, staff, why.get(), answered(context))) {
      context.status(HttpStatus.CONFLICT);
      show(
          context,
          staff,
          journey,
          List.of(new AdaptForm.Fault("stop", words.say("clear.changed"))),
          Optional.empty());
      return;
    }
    back(context, journey, "clear");
  }

  private void wrong(Context context, Staff staff, Journey journey, List<AdaptForm.Fault> faults) {
    context.status(HttpStatus.UNPROCESSABLE_CONTENT);
    show(context, staff, journey, faults, Optional.empty());
  }

  /** The entries that were on the page for the form to answer. */
  private static Set<UUID> answered(Context context) {
    return context.formParams("answers").stream()
        .flatMap(id -> Ids.read(id).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Optional<String> sent(Context context, String field) {
    return Optional.ofNullable(context.formParam(field));
  }

  /** A text that was sent, without what steers a terminal; empty where there is none. */
  static Optional<String> text(Context context, String field, int longest) {
    return sent(context, field)
        .map(text -> text.replace("\r\n", "\n").strip())
        .filter(text -> !text.isEmpty() && text.length() <= longest)
        .filter(
            text ->
                text.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t'));
  }

  private static void back(Context context, Journey journey, String saved) {
    context.redirect("/staff/people/" + journey.id() + "?saved=" + saved, HttpStatus.SEE_OTHER);
  }
}
