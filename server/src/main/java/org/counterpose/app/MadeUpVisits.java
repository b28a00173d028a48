package org.counterpose.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.counterpose.booking.AtDesk;
import org.counterpose.booking.Attendance;
import org.counterpose.booking.BookingRequest;
import org.counterpose.booking.Bookings;
import org.counterpose.booking.Clinic;
import org.counterpose.booking.DeskBooking;
import org.counterpose.booking.FreeTime;
import org.counterpose.booking.Person;
import org.counterpose.practice.Practice;
import org.counterpose.store.SqlAppointments;

/** The visits of a made-up clinic: around today, some of them over, some of who is on a trial. */
final class MadeUpVisits {

  static final int VISITS = 44;

  /** As long before today as the first of them were booked. */
  private static final Duration BOOKED_BEFORE = Duration.ofDays(9);

  private static final int DAYS_PAST = 6;
  private static final int DAYS_AHEAD = 12;

  /** Of the visits that are over, one in so many was missed. */
  private static final int MISSED = 8;

  private static final AtDesk DESK =
      new AtDesk(Set.of(), (connection, what, journey, detail) -> {});

  /** Somebody on a trial who may have a visit. */
  record OnTrial(UUID journey, String name) {}

  private final Practice practice;
  private final Instant now;
  private final Random random;

  MadeUpVisits(Practice practice, Instant now, Random random) {
    this.practice = practice;
    this.now = now;
    this.random = random;
  }

  /** Books them, by the clock of some days ago. */
  void add(List<OnTrial> people) {
    Bookings then = at(now.minus(BOOKED_BEFORE));
    Bookings today = at(now);
    for (int i = 0; i < VISITS; i++) {
      int number = i;
      Optional<OnTrial> person = i < people.size() ? Optional.of(people.get(i)) : Optional.empty();
      List<Clinic.Service> services = then.clinic().services();
      Clinic.Service service = services.get(random.nextInt(services.size()));
      time(then, service)
          .ifPresent(
              time -> {
                BookingRequest wish =
                    new BookingRequest(
                        "demo-" + number,
                        time.practitioner(),
                        service.id(),
                        time.start(),
                        new Person(
                            person.map(OnTrial::name).orElseGet(() -> MadeUpNeeds.name(random)),
                            "person" + number + "@clinic.example"),
                        Optional.empty());
                if (then.frontDesk()
                        .booking()
                        .book(DESK, wish, person.map(OnTrial::journey), Optional.empty())
                    instanceof DeskBooking.Booked booked) {
                  today
                      .frontDesk()
                      .visits()
                      .attended(
                          DESK,
                          booked.appointment().id(),
                          random.nextInt(MISSED) == 0 ? Attendance.NO_SHOW : Attendance.ARRIVED);
                }
              });
    }
  }

  private Bookings at(Instant moment) {
    return new Bookings(
        practice.bookings().clinic(),
        new SqlAppointments(practice.database()),
        InstantSource.fixed(moment),
        UUID::randomUUID,
        practice.random());
  }

  /** A free time on a working day, rather near today than far from it. */
  private Optional<FreeTime> time(Bookings then, Clinic.Service service) {
    LocalDate today = LocalDate.ofInstant(now, then.clinic().zone());
    int days = Math.clamp(Math.round(random.nextGaussian(0, 3.5)), -DAYS_PAST, DAYS_AHEAD);
    for (int later = 0; later < DAYS_AHEAD; later++) {
      LocalDate date = today.plusDays(days + later);
      List<FreeTime> free = then.free(service, date, date);
      if (!free.isEmpty()) {
        return Optional.of(free.get(random.nextInt(free.size())));
      }
    }
    return Optional.empty();
  }
}
