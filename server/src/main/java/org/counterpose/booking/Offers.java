package org.counterpose.booking;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.counterpose.booking.Clinic.Practitioner;
import org.counterpose.booking.Clinic.Service;
import org.counterpose.store.CalendarCells;
import org.counterpose.store.NewAppointment;
import org.counterpose.store.Visit;
import org.counterpose.store.WaitingPeople;

/**
 * Freed times that are offered to those who wait. A time that becomes free is kept for one person,
 * the first whom it suits; where they decline, or do not answer in time, it goes to the next in the
 * same transaction, and nobody else can have it meanwhile.
 */
public final class Offers {

  private static final LocalTime MORNING = LocalTime.of(8, 0);
  private static final LocalTime EVENING = LocalTime.of(20, 0);

  /** Less time than this to answer is no offer. */
  private static final Duration SHORTEST = Duration.ofMinutes(10);

  private final Diary diary;

  Offers(Diary diary) {
    this.diary = diary;
  }

  /** An offer as its person sees it. */
  Offer offer(WaitingPeople.Offer kept, WaitingPeople.Person person) {
    return new Offer(
        kept.id(),
        kept.waiting(),
        kept.practitioner(),
        kept.place(),
        kept.service(),
        kept.start(),
        kept.end(),
        kept.until(),
        person.zone().map(ZoneId::of),
        kept.state().equals("open") && kept.until().isAfter(diary.clock().instant()));
  }

  /** The offer that a token opens, open or not. */
  public Optional<Offer> offer(String token) {
    return diary
        .appointments()
        .read(
            connection -> {
              Optional<WaitingPeople.Offer> kept =
                  WaitingPeople.offerByToken(connection, Token.hash(token));
              if (kept.isEmpty()) {
                return Optional.empty();
              }
              return WaitingPeople.find(connection, kept.get().waiting())
                  .map(person -> offer(kept.get(), person));
            });
  }

  /** Books what is offered; a second time leads to the same appointment. */
  public Taking take(String token) {
    Instant now = diary.now();
    return diary
        .appointments()
        .write(
            connection -> {
              Optional<WaitingPeople.Offer> kept =
                  WaitingPeople.offerByToken(connection, Token.hash(token));
              return kept.isEmpty()
                  ? new Taking.Unknown()
                  : take(connection, kept.get(), token, now);
            });
  }

  /** Books what is offered to the person whose place on the list a token opens. */
  public Taking takeByPlace(String token) {
    Instant now = diary.now();
    return diary
        .appointments()
        .write(
            connection -> {
              Optional<WaitingPeople.Offer> open = openOffer(connection, token);
              if (open.isEmpty()) {
                return new Taking.Unknown();
              }
              return take(connection, open.get(), diary.newToken(), now);
            });
  }

  private Taking take(Connection connection, WaitingPeople.Offer kept, String token, Instant now)
      throws SQLException {
    WaitingPeople.Person person = WaitingPeople.find(connection, kept.waiting()).orElseThrow();
    if (kept.state().equals("accepted")) {
      return new Taking.Booked(token);
    }
    if (!kept.until().isAfter(now) || !WaitingPeople.end(connection, kept.id(), "accepted")) {
      return new Taking.Ended(offer(kept, person));
    }
    Service service = diary.clinic().service(kept.service()).orElseThrow();
    NewAppointment appointment =
        new NewAppointment(
            diary.ids().get(),
            Token.hash(token),
            kept.service(),
            List.of(
                new Visit(
                    kept.practitioner(),
                    kept.place(),
                    kept.start(),
                    kept.end(),
                    Cells.claimed(service, kept.start()).boxed().toList())),
            person.name(),
            person.email(),
            Optional.empty(),
            Optional.empty(),
            person.zone(),
            Optional.empty(),
            now);
    if (!diary.appointments().keep(connection, appointment, Optional.of(kept.id()))) {
      throw new IllegalStateException("an offered time was not kept: " + kept.id());
    }
    CalendarCells.release(connection, kept.id());
    WaitingPeople.nowIs(connection, person.id(), "booked");
    diary.tell(
        connection,
        Correspondence.Kind.BOOKED,
        List.of(
            diary
                .appointments()
                .find(connection, appointment.id())
                .map(Diary::appointment)
                .orElseThrow()),
        token,
        Optional.empty(),
        Optional.empty());
    return new Taking.Booked(token);
  }

  /** Says no to an offer, which goes to the next; the place on the list stays. */
  public boolean decline(String token) {
    return diary
        .appointments()
        .write(
            connection -> {
              Optional<WaitingPeople.Offer> kept =
                  WaitingPeople.offerByToken(connection, Token.hash(token));
              return kept.isPresent() && endOffer(connection, kept.get(), "declined");
            });
  }

  /** Says no to the offer of the person whose place on the list a token opens. */
  public boolean declineByPlace(String token) {
    return diary
        .appointments()
        .write(
            connection -> {
              Optional<WaitingPeople.Offer> open = openOffer(connection, token);
              return open.isPresent() && endOffer(connection, open.get(), "declined");
            });
  }

  /** What is offered to whoever holds the link of a place on the list. */
  private static Optional<WaitingPeople.Offer> openOffer(Connection connection, String token)
      throws SQLException {
    Optional<WaitingPeople.Person> person = WaitingPeople.byToken(connection, Token.hash(token));
    return person.isEmpty()
        ? Optional.empty()
        : WaitingPeople.openOffer(connection, person.get().id());
  }

  /** Says no to an offer whose person left the list. */
  void decline(Connection connection, WaitingPeople.Offer offer) throws SQLException {
    endOffer(connection, offer, "declined");
  }

  private boolean endOffer(Connection connection, WaitingPeople.Offer offer, String state)
      throws SQLException {
    if (!WaitingPeople.end(connection, offer.id(), state)) {
      return false;
    }
    CalendarCells.release(connection, offer.id());
    freed(connection, offer.practitioner(), offer.start());
    return true;
  }

  /** Ends the offers whose time to answer is over; each goes to the next. */
  public void settle() {
    Instant now = diary.now();
    boolean due =
        diary
            .appointments()
            .read(
                connection ->
                    WaitingPeople.openOffers(connection).stream()
                        .anyMatch(offer -> !offer.until().isAfter(now)));
    if (!due) {
      return;
    }
    diary
        .appointments()
        .write(
            connection -> {
              for (WaitingPeople.Offer offer : WaitingPeople.openOffers(connection)) {
                if (!offer.until().isAfter(now)) {
                  endOffer(connection, offer, "expired");
                }
              }
              return now;
            });
  }

  /** Offers the time of a visit that was cancelled or moved away to who waits for it. */
  void freed(Connection connection, Appointment was) throws SQLException {
    if (!was.cancelled()) {
      freed(connection, was.practitioner(), was.start());
    }
  }

  private void freed(Connection connection, String practitioner, Instant start)
      throws SQLException {
    Optional<Practitioner> whose = diary.clinic().practitioner(practitioner);
    if (whose.isEmpty()) {
      return;
    }
    for (WaitingPeople.Person person : WaitingPeople.inOrder(connection)) {
      if (suits(person, whose.get(), start)
          && !WaitingPeople.wasOffered(connection, person.id(), practitioner, start)
          && offer(connection, person, whose.get(), start)) {
        return;
      }
    }
  }

  private boolean suits(WaitingPeople.Person person, Practitioner whose, Instant start) {
    Optional<Service> service = diary.clinic().service(person.service());
    if (service.isEmpty()
        || !(person.practitioner().equals(Clinic.ANYONE)
            || person.practitioner().equals(whose.id()))
        || diary
            .freeTimes()
            .refusal(whose, service.get(), start, diary.clock().instant())
            .isPresent()) {
      return false;
    }
    Clinic.Place place = diary.freeTimes().placeAt(whose, service.get(), start);
    return person.place().filter(only -> !only.equals(place.id())).isEmpty()
        && WaitingList.wish(person).suits(LocalDateTime.ofInstant(start, place.zone()));
  }

  /** Keeps a time for somebody and writes to them; false where it cannot be kept. */
  private boolean offer(
      Connection connection, WaitingPeople.Person person, Practitioner whose, Instant start)
      throws SQLException {
    Service service = diary.clinic().service(person.service()).orElseThrow();
    Visit visit = diary.visit(whose, service, start);
    Instant now = diary.now();
    Instant until = until(now, start, diary.clinic().zoneOf(visit.place()));
    UUID id = diary.ids().get();
    if (until.isBefore(now.plus(SHORTEST))
        || WaitingPeople.openOffer(connection, person.id()).isPresent()) {
      return false;
    }
    if (!CalendarCells.claim(connection, visit, CalendarCells.Claimant.staying(id, now))) {
      CalendarCells.release(connection, id);
      return false;
    }
    WaitingPeople.Offer kept =
        new WaitingPeople.Offer(
            id,
            person.id(),
            whose.id(),
            visit.place(),
            service.id(),
            start,
            visit.end(),
            now,
            until,
            "open");
    String token = diary.newToken();
    WaitingPeople.add(connection, kept, Token.hash(token));
    diary
        .letters()
        .tell(
            connection,
            new Correspondence.Offered(
                offer(kept, person), new Person(person.name(), person.email()), token));
    return true;
  }

  /** Offers a time to one person by hand; false where somebody has it, or they have another. */
  boolean offerByHand(Connection connection, UUID person, Practitioner whose, Instant start)
      throws SQLException {
    Optional<WaitingPeople.Person> found = WaitingPeople.find(connection, person);
    return found.isPresent()
        && found.get().state().equals("waiting")
        && offer(connection, found.get(), whose, start);
  }

  /** So many minutes of daytime from now, and not later than the time can still be booked. */
  private Instant until(Instant now, Instant start, ZoneId zone) {
    Clinic.BookingRules rules = diary.clinic().rules();
    Duration left = Duration.ofMinutes(rules.offerMinutes());
    ZonedDateTime at = now.atZone(zone);
    while (true) {
      ZonedDateTime morning = at.with(MORNING);
      ZonedDateTime evening = at.with(EVENING);
      if (at.isBefore(morning)) {
        at = morning;
      }
      Duration today = Duration.between(at, evening);
      if (today.compareTo(left) >= 0) {
        at = at.plus(left);
        break;
      }
      left = today.isNegative() ? left : left.minus(today);
      at = at.toLocalDate().plusDays(1).atStartOfDay(zone);
    }
    Instant latest = start.minus(Duration.ofMinutes(rules.leadMinutes()));
    return at.toInstant().isBefore(latest) ? at.toInstant() : latest;
  }
}
