package org.counterpose.web;

import io.javalin.http.Context;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.counterpose.booking.BookingRequest;
import org.counterpose.booking.Wish;
import org.counterpose.document.Fields;
import org.counterpose.document.Node;
import org.counterpose.document.Nodes;
import org.counterpose.document.Place;
import org.counterpose.document.Problem;
import org.counterpose.document.Problems;
import org.counterpose.documents.Json;
import org.counterpose.journeys.Journey;
import org.counterpose.people.Consent;
import org.counterpose.people.Consents;
import org.counterpose.words.Words;

/** Opens the form of the last step of booking, and reads what was sent with it. */
final class BookingForms {

  private final BookingDesk desk;
  private final Door door;
  private final InstantSource clock;
  private final Supplier<UUID> ids;
  private final Words words;

  BookingForms(BookingDesk desk, Trials trials) {
    this.desk = desk;
    this.door = trials.door();
    this.clock = trials.clock();
    this.ids = trials.ids();
    this.words = desk.words();
  }

  /** The form as it came, with a key of its own: that of one that was sent may be used up. */
  BookingForm open(Context context, Visit visit) {
    int most = desk.clinic().service(visit.serviceId()).orElseThrow().mostRepeats();
    return new BookingForm(
        visit,
        ids.get().toString(),
        new BookingForm.Filled(
            CalendarDesk.field(context, "name"),
            CalendarDesk.field(context, "email"),
            CalendarDesk.ticked(context, "share")),
        BookingForm.Told.NOTHING,
        door.journeyIfItGoesOn(context).map(this::summary),
        new Repeats(
            CalendarDesk.field(context, "visits"), CalendarDesk.field(context, "weeks"), most),
        desk.lastDay().format(words.dates("book.date")));
  }

  private SharedTrial summary(Journey journey) {
    return SharedTrial.of(journey, clock.instant(), words);
  }

  /** What a form asks for: so many visits, so many weeks apart. */
  record Asked(BookingRequest request, int visits, int weeks) {}

  /** What was sent asks for; empty, with the problems noted, where some of it cannot be read. */
  Optional<Asked> asked(Context context, Repeats repeats, Problems problems) {
    Optional<Wish> wish =
        Fields.of(sent(context), problems).flatMap(fields -> Wish.read(fields, desk.bookings()));
    String key = CalendarDesk.field(context, "key");
    return wish.filter(read -> isKey(key))
        .filter(read -> repeats.many().isPresent() && repeats.between().isPresent())
        .map(
            read ->
                new Asked(
                    read.under(key, shared(context))
                        .by(Visitor.of(context))
                        .in(ownZone(context))
                        .reading(words.language()),
                    repeats.many().orElseThrow(),
                    repeats.between().orElseThrow()));
  }

  private static Node.Mapping sent(Context context) {
    Map<String, Node> fields = new LinkedHashMap<>();
    for (String name : List.of("service", "practitioner", "start")) {
      fields.put(name, new Node.Text(context.pathParam(name), new Place("", 0, name)));
    }
    for (String name : List.of("name", "email")) {
      String value = Optional.ofNullable(context.formParam(name)).orElse("");
      fields.put(name, new Node.Text(value, new Place("", 0, name)));
    }
    return Nodes.object(fields);
  }

  private static boolean isKey(String key) {
    return key.matches("[0-9a-f-]{36}");
  }

  /** What goes along of the trial on this device, where it was ticked. */
  private Optional<BookingRequest.Shared> shared(Context context) {
    return door.journeyIfItGoesOn(context)
        .filter(journey -> CalendarDesk.ticked(context, "share"))
        .map(
            journey ->
                new BookingRequest.Shared(
                    journey.id(),
                    Json.write(summary(journey).summary().write()),
                    Consents.giving(journey.id(), Consent.VISIT_SUMMARY, clock.instant())));
  }

  /** The person's own clock: the trial's, or else what the page's script told. */
  private Optional<ZoneId> ownZone(Context context) {
    return door.journeyIfItGoesOn(context)
        .map(journey -> journey.journal().routine().zone())
        .or(() -> Visitor.zone(context));
  }

  /** What is said where some of a form cannot be read. */
  BookingForm.Told wrong(Problems problems) {
    return new BookingForm.Told(
        isAmong(problems, "name") ? Optional.of(words.say("book.name.wrong")) : Optional.empty(),
        isAmong(problems, "email") ? Optional.of(words.say("book.email.wrong")) : Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static boolean isAmong(Problems problems, String path) {
    return problems.list().stream()
        .map(Problem::place)
        .anyMatch(place -> place.path().equals(path));
  }
}
