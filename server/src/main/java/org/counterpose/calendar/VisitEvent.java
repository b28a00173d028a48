package org.counterpose.calendar;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import org.counterpose.booking.Appointment;
import org.counterpose.booking.Clinic;

/**
 * An appointment as an event: what it says of the visit, at the visit's own time or another.
 *
 * @param by whose visit it is, and in which words
 * @param link opens the appointment for the person
 */
record VisitEvent(VisitCalendars by, Appointment appointment, URI link) {

  /** The event, known to calendars by an id and a number that grows. */
  VEvent known(String id, int sequence) {
    return known(id, sequence, appointment.start(), appointment.end(), appointment.cancelled());
  }

  /**
   * The event by which a series goes: it recurs by its time on the wall.
   *
   * @param changed when any visit of the series last was
   */
  VEvent rule(
      String id, int sequence, Instant start, Instant end, boolean cancelled, Instant changed) {
    VEvent event = known(id, sequence, start, end, cancelled);
    event.removeAll(Property.DTSTART);
    event.removeAll(Property.DTSTAMP);
    event.removeAll(Property.LAST_MODIFIED);
    event.add(inZone(new DtStart<>(local(start))));
    event.add(new DtStamp(changed));
    event.add(new LastModified(changed));
    return event;
  }

  private VEvent known(String id, int sequence, Instant start, Instant end, boolean cancelled) {
    VEvent event = new VEvent(false);
    event.add(new Uid(id));
    event.add(new DtStamp(appointment.changedAt()));
    event.add(new LastModified(appointment.changedAt()));
    event.add(new Sequence(sequence));
    event.add(isTwice(start) ? new DtStart<>(start) : inZone(new DtStart<>(local(start))));
    event.add(isTwice(end) ? new DtEnd<>(end) : inZone(new DtEnd<>(local(end))));
    event.add(new Summary(service() + ", " + clinic().name()));
    event.add(new Description(description()));
    event.add(new Location(where()));
    event.add(new Url(link));
    event.add(organizer());
    event.add(cancelled ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
    event.add(cancelled ? ImmutableTransp.TRANSPARENT : ImmutableTransp.OPAQUE);
    return event;
  }

  private Clinic clinic() {
    return by.clinic();
  }

  private String reader() {
    return by.words().language();
  }

  ZoneId zone() {
    return clinic().zoneOf(appointment.place());
  }

  private String where() {
    return clinic()
        .place(appointment.place())
        .map(
            place ->
                clinic().places().size() == 1
                    ? place.address().orElse(clinic().name())
                    : place
                        .address()
                        .map(at -> place.title().to(reader()) + ", " + at)
                        .orElse(place.title().to(reader())))
        .or(() -> clinic().contact().address())
        .orElse(clinic().name());
  }

  private Organizer organizer() {
    Organizer organizer =
        new Organizer(by.organizer().map(CalendarFile::mail).orElse(CalendarFile.NO_MAIL));
    organizer.add(new Cn(clinic().name()));
    return organizer;
  }

  private String service() {
    return clinic().serviceTitle(appointment.service(), reader());
  }

  private String description() {
    Optional<String> who = clinic().practitionerTitle(appointment.practitioner(), reader());
    Optional<String> phone = clinic().contact().phone();
    List<String> lines =
        List.of(
            who.map(title -> by.words().say("visit.event.with", title)).orElse(""),
            phone.map(number -> by.words().say("visit.event.phone", number)).orElse(""),
            by.words()
                .say(appointment.cancelled() ? "visit.event.see" : "visit.event.change", link));
    return String.join("\n", lines.stream().filter(line -> !line.isEmpty()).toList());
  }

  /**
   * The time on the clinic's wall. The library would look a zoned time up in its own table of
   * zones, and writes Kathmandu's a quarter of an hour early.
   */
  LocalDateTime local(Instant instant) {
    return LocalDateTime.ofInstant(instant, zone());
  }

  /**
   * Whether the clock on the wall shows the time of an instant twice: the zone and the time do not
   * tell which is meant, so it is written in UTC.
   */
  private boolean isTwice(Instant instant) {
    return zone().getRules().getValidOffsets(local(instant)).size() > 1;
  }

  <T extends Property> T inZone(T time) {
    time.add(new TzId(zone().getId()));
    return time;
  }
}
