package org.counterpose.booking;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.counterpose.booking.Clinic.Service;
import org.counterpose.store.CalendarCells;
import org.counterpose.store.HeldTimes;
import org.counterpose.store.HeldTimes.Held;
import org.counterpose.store.Visit;

/**
 * Keeps a time for who fills in the form: for some minutes, one for each visitor, a few for each
 * address. Who is beyond that can still book, and is not kept waiting.
 */
public final class Holds {

  /** How many times are kept for one address: a family, or a desk, but not a whole day. */
  static final int MOST_FROM_ONE_ADDRESS = 6;

  private final Diary diary;
  private final String pepper;

  Holds(Diary diary) {
    this.diary = diary;
    this.pepper = diary.newToken();
  }

  /** A secret for a visitor's browser to hold times with. */
  public String newVisitor() {
    return diary.newToken();
  }

  /**
   * Keeps a time for a visitor, and lets go what they held before.
   *
   * @param network who is behind the visitor's address; kept as a hash, for as long as the hold
   */
  public Hold hold(String visitor, String network, Service service, BookingRequest wish) {
    Set<UUID> own = idOf(Optional.of(visitor)).map(Set::of).orElse(Set.of());
    Choices choices = Choices.of(diary, service, wish, own);
    if (choices.visits().isEmpty()) {
      return new Hold.Gone();
    }
    Instant now = diary.now();
    Instant until = now.plus(Duration.ofMinutes(diary.clinic().rules().holdMinutes()));
    String visitorHash = Token.hash(visitor);
    String addressHash = Token.hash(pepper + network);
    return diary.write(
        connection -> {
          Optional<Held> before = HeldTimes.of(connection, visitorHash, now);
          if (before.isPresent() && isTheSame(before.get(), service, choices, wish)) {
            return new Hold.Held(before.get().practitioner(), before.get().until());
          }
          HeldTimes.purge(connection, now);
          UUID id = diary.ids().get();
          CalendarCells.Claimant claimant =
              new CalendarCells.Claimant(id, Optional.of(until), before.map(Held::id), now);
          boolean mayHold =
              before.isPresent()
                  || HeldTimes.from(connection, addressHash, now) < MOST_FROM_ONE_ADDRESS;
          for (Visit choice : choices.visits()) {
            if (isFree(connection, choice, claimant)) {
              if (!mayHold) {
                return new Hold.NotKept();
              }
              CalendarCells.claim(connection, choice, claimant);
              if (before.isPresent()) {
                HeldTimes.end(connection, before.get().id());
              }
              HeldTimes.add(
                  connection,
                  new Held(
                      id,
                      visitorHash,
                      addressHash,
                      choice.practitioner(),
                      service.id(),
                      wish.start(),
                      now,
                      until));
              return new Hold.Held(choice.practitioner(), until);
            }
          }
          return new Hold.Gone();
        });
  }

  private static boolean isTheSame(
      Held held, Service service, Choices choices, BookingRequest wish) {
    return held.service().equals(service.id())
        && held.start().equals(wish.start())
        && choices.visits().stream()
            .anyMatch(choice -> choice.practitioner().equals(held.practitioner()));
  }

  private static boolean isFree(Connection connection, Visit visit, CalendarCells.Claimant claimant)
      throws SQLException {
    return CalendarCells.claims(
            connection, visit.cells().getFirst(), visit.cells().getLast() + 1, claimant.now())
        .stream()
        .filter(claim -> claim.practitioner().equals(visit.practitioner()))
        .allMatch(claim -> claimant.instead().filter(claim.holder()::equals).isPresent());
  }

  /** Lets go what a visitor holds. */
  public void letGo(String visitor) {
    Instant now = diary.now();
    diary.write(
        connection -> {
          Optional<Held> held = of(connection, Optional.of(visitor), now);
          if (held.isPresent()) {
            HeldTimes.end(connection, held.get().id());
          }
          return held.isPresent();
        });
  }

  static Optional<Held> of(Connection connection, Optional<String> visitor, Instant now)
      throws SQLException {
    return visitor.isEmpty()
        ? Optional.empty()
        : HeldTimes.of(connection, Token.hash(visitor.get()), now);
  }

  /** What a visitor's hold is known by in the calendar. */
  Optional<UUID> idOf(Optional<String> visitor) {
    Instant now = diary.now();
    return visitor.isEmpty()
        ? Optional.empty()
        : diary.appointments().read(connection -> of(connection, visitor, now)).map(Held::id);
  }

  /** Deletes the holds that ended. */
  void purge() {
    Instant now = diary.now();
    diary.write(
        connection -> {
          HeldTimes.purge(connection, now);
          return now;
        });
  }
}
