package org.counterpose.reminder;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.counterpose.reminder.Outlook.Appointment;
import org.counterpose.reminder.Reminder.Part;
import org.counterpose.reminder.Reminder.What;

/**
 * What there is to remind of a person's appointments: each a day and two hours before. Late is
 * better than never here, so either may come until shortly before the visit.
 */
final class OfVisits {

  private static final Duration CLOSE = Duration.ofHours(2);
  private static final Duration TOO_LATE = Duration.ofMinutes(10);

  private OfVisits() {}

  static List<Candidate> of(List<Appointment> appointments, ZoneId zone) {
    return appointments.stream().flatMap(appointment -> of(appointment, zone)).toList();
  }

  private static Stream<Candidate> of(Appointment appointment, ZoneId zone) {
    ZonedDateTime start = appointment.start().atZone(zone);
    ZonedDateTime dayBefore = LocalMoment.of(start.toLocalDateTime().minusDays(1), zone);
    return Stream.of(
            candidate(appointment, "/1", dayBefore, start),
            candidate(appointment, "/2", start.minus(CLOSE), start))
        // Who has only just booked or moved it was told of it then.
        .filter(one -> one.at().toInstant().isAfter(appointment.madeAt()));
  }

  private static Candidate candidate(
      Appointment appointment, String which, ZonedDateTime at, ZonedDateTime start) {
    String occasion = "appointment/" + appointment.id() + "/" + appointment.start() + which;
    Instant until = appointment.start().minus(TOO_LATE);
    return new Candidate(
        at, until, new Part(What.APPOINTMENT, occasion, List.of(), Optional.of(start)));
  }
}
