package org.counterpose.booking;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.counterpose.booking.Clinic.Service;
import org.counterpose.store.CalendarCells;
import org.counterpose.store.FreedTimes;
import org.counterpose.store.NewAppointment;
import org.counterpose.store.Visit;
import org.counterpose.store.WaitingPeople;

/**
 * Freed times that are offered to those who wait, and what they answer. Where somebody declines, or
 * does not answer in time, the time goes to the next in the same transaction.
 *
 * <p>An offer is opened by its own link, and by the link of the place on the list that it was made
 * to.
 */
public final class Offers {

  private final Diary diary;

  Offers(Diary diary) {
    this.diary = diary;
  }

  /** An offer, whom it was made to, and the token that opens the visit once it is taken. */
  private record Found(WaitingPeople.Offer offer, WaitingPeople.Person person, String opens) {}

  /** What a link leads to: an offer, open or not, or what is open for a place on the list. */
  private Optional<Found> found(Connection connection, String token) throws SQLException {
    Optional<WaitingPeople.Offer> offer = WaitingPeople.offerByToken(connection, Token.hash(token));
    if (offer.isPresent()) {
      return WaitingPeople.find(connection, offer.get().waiting())
          .map(person -> new Found(offer.get(), person, token));
    }
    Optional<WaitingPeople.Person> person = WaitingList.byToken(connection, token);
    return person.isEmpty()
        ? Optional.empty()
        : WaitingPeople.openOffer(connection, person.get().id())
            .map(open -> new Found(open, person.get(), diary.newToken()));
  }

  /** The offer that a token opens. */
  public Optional<Offer> find(String token) {
    Instant now = diary.now();
    return diary
        .appointments()
        .read(connection -> found(connection, token))
        .map(found -> Offer.of(found.offer(), found.person(), now));
  }

  /** Books what is offered; a second time by an offer's own link leads to the same appointment. */
  public Taking take(String token) {
    Instant now = diary.now();
    return diary.write(
        connection -> {
          Optional<Found> found = found(connection, token);
          return found.isEmpty() ? new Taking.Unknown() : take(connection, found.get(), now);
        });
  }

  private Taking take(Connection connection, Found found, Instant now) throws SQLException {
    WaitingPeople.Offer offer = found.offer();
    WaitingPeople.Person person = found.person();
    if (offer.state().equals("accepted")) {
      return new Taking.Booked(found.opens());
    }
    if (!offer.until().isAfter(now) || !WaitingPeople.end(connection, offer.id(), "accepted")) {
      return new Taking.Ended(Offer.of(offer, person, now));
    }
    Service service = diary.clinic().service(offer.service()).orElseThrow();
    NewAppointment appointment =
        new NewAppointment(
            diary.ids().get(),
            Token.hash(found.opens()),
            offer.service(),
            List.of(
                new Visit(
                    offer.practitioner(),
                    offer.place(),
                    offer.start(),
                    offer.end(),
                    Cells.claimed(service, offer.start()).boxed().toList())),
            person.name(),
            person.email(),
            Optional.empty(),
            Optional.empty(),
            person.zone(),
            person.language(),
            Optional.empty(),
            now);
    if (!diary.appointments().keep(connection, appointment, Optional.of(offer.id()))) {
      throw new IllegalStateException("an offered time was not kept: " + offer.id());
    }
    String ownLink = WaitingPeople.tokenOf(connection, offer);
    if (!ownLink.equals(Token.hash(found.opens()))) {
      diary.appointments().addLink(connection, appointment.id(), ownLink);
    }
    CalendarCells.release(connection, offer.id());
    WaitingPeople.nowIs(connection, person.id(), "booked");
    diary.tell(
        connection,
        Correspondence.Kind.BOOKED,
        List.of(diary.find(connection, appointment.id()).orElseThrow()),
        found.opens(),
        Optional.empty(),
        Optional.empty());
    return new Taking.Booked(found.opens());
  }

  /** Says no to an offer, which goes to the next; the place on the list stays. */
  public boolean decline(String token) {
    return diary.write(
        connection -> {
          Optional<Found> found = found(connection, token);
          return found.isPresent() && end(connection, found.get().offer(), "declined");
        });
  }

  /** Says no to what is offered to somebody who leaves the list. */
  static void decline(Connection connection, WaitingPeople.Person person) throws SQLException {
    Optional<WaitingPeople.Offer> open = WaitingPeople.openOffer(connection, person.id());
    if (open.isPresent()) {
      end(connection, open.get(), "declined");
    }
  }

  private static boolean end(Connection connection, WaitingPeople.Offer offer, String state)
      throws SQLException {
    if (!WaitingPeople.end(connection, offer.id(), state)) {
      return false;
    }
    CalendarCells.release(connection, offer.id());
    return true;
  }

  /** Ends the offers whose time to answer is over, and offers what was freed meanwhile. */
  public void settle() {
    Instant now = diary.now();
    if (diary
        .appointments()
        .read(connection -> FreedTimes.hasAny(connection) || !over(connection, now).isEmpty())) {
      diary.write(
          connection -> {
            for (WaitingPeople.Offer offer : over(connection, now)) {
              end(connection, offer, "expired");
            }
            return now;
          });
    }
  }

  private static List<WaitingPeople.Offer> over(Connection connection, Instant now)
      throws SQLException {
    return WaitingPeople.openOffers(connection).stream()
        .filter(offer -> !offer.until().isAfter(now))
        .toList();
  }
}
