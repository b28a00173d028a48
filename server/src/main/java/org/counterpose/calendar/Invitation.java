package org.counterpose.calendar;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
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
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.counterpose.booking.Appointment;
import org.counterpose.booking.Clinic;

/**
 * An appointment as a file for calendars (RFC 5545 and 5546). A calendar that has it already
 * replaces it: its id stays, and its sequence grows with every move. Times stand in the clinic's
 * zone, with the zone's rules beside them.
 */
public record Invitation(Clinic clinic, Appointment appointment, URI link) {

  public static final String CONTENT_TYPE = "text/calendar;charset=utf-8";

  private static final int LONGEST_LINE = 75;
  private static final ProdId PRODUCT = new ProdId("-//Counterpose//Appointments//EN");

  /** No e-mail address of the clinic is known; the standard wants an organizer all the same. */
  private static final URI NO_MAIL = URI.create("invalid:nomail");

  /** The file, with lines ended and folded as the standard has it. */
  public String write() {
    Calendar calendar = new Calendar();
    calendar.add(PRODUCT);
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(appointment.cancelled() ? ImmutableMethod.CANCEL : ImmutableMethod.PUBLISH);
    calendar.add(ZoneDefinition.of(clinic.zone(), appointment.start()));
    calendar.add(event());
    StringWriter written = new StringWriter();
    try {
      new CalendarOutputter(false, Integer.MAX_VALUE).output(calendar, written);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folded(written.toString());
  }

  /**
   * Lines of at most 75 octets, broken between characters; the library counts characters instead.
   */
  private static String folded(String file) {
    StringBuilder folded = new StringBuilder(file.length() + 64);
    int octets = 0;
    for (int i = 0; i < file.length(); ) {
      int point = file.codePointAt(i);
      int size = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
      if (point == '\r' || point == '\n') {
        octets = 0;
      } else if (octets + size > LONGEST_LINE) {
        folded.append("\r\n ");
        octets = 1 + size;
      } else {
        octets += size;
      }
      folded.appendCodePoint(point);
      i += Character.charCount(point);
    }
    return folded.toString();
  }

  private VEvent event() {
    VEvent event = new VEvent(false);
    event.add(new Uid(appointment.id().toString()));
    event.add(new DtStamp(appointment.changedAt()));
    event.add(new LastModified(appointment.changedAt()));
    event.add(new Sequence(appointment.revision()));
    event.add(inZone(new DtStart<>(local(appointment.start()))));
    event.add(inZone(new DtEnd<>(local(appointment.end()))));
    event.add(new Summary(service() + ", " + clinic.name()));
    event.add(new Description(description()));
    event.add(new Location(clinic.contact().address().orElse(clinic.name())));
    event.add(new Url(link));
    event.add(organizer());
    event.add(
        appointment.cancelled()
            ? ImmutableStatus.VEVENT_CANCELLED
            : ImmutableStatus.VEVENT_CONFIRMED);
    event.add(appointment.cancelled() ? ImmutableTransp.TRANSPARENT : ImmutableTransp.OPAQUE);
    return event;
  }

  private Organizer organizer() {
    Organizer organizer =
        new Organizer(clinic.contact().email().map(email -> mail(email)).orElse(NO_MAIL));
    organizer.add(new Cn(clinic.name()));
    return organizer;
  }

  private static URI mail(String email) {
    try {
      return new URI("mailto", email, null);
    } catch (java.net.URISyntaxException e) {
      return NO_MAIL;
    }
  }

  private String service() {
    return clinic
        .service(appointment.service())
        .map(Clinic.Service::title)
        .orElse(appointment.service());
  }

  private String description() {
    Optional<String> who =
        clinic.practitioner(appointment.practitioner()).map(Clinic.Practitioner::title);
    Optional<String> phone = clinic.contact().phone();
    List<String> lines =
        List.of(
            who.map(title -> "With: " + title).orElse(""),
            phone.map(number -> "Telephone: " + number).orElse(""),
            "Move or cancel: " + link);
    return String.join("\n", lines.stream().filter(line -> !line.isEmpty()).toList());
  }

  /**
   * The time on the clinic's wall. The library would look a zoned time up in its own table of
   * zones, and writes Kathmandu's a quarter of an hour early.
   */
  private LocalDateTime local(Instant instant) {
    return LocalDateTime.ofInstant(instant, clinic.zone());
  }

  private <T extends Property> T inZone(T time) {
    time.add(new TzId(clinic.zone().getId()));
    return time;
  }
}
