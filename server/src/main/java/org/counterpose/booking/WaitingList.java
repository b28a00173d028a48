package org.counterpose.booking;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.counterpose.store.WaitingPeople;

/** Who waits for a time, and what they wish. */
public final class WaitingList {

  private final Diary diary;

  WaitingList(Diary diary) {
    this.diary = diary;
  }

  /** The place on the list that a token opens. */
  static Optional<WaitingPeople.Person> byToken(Connection connection, String token)
      throws SQLException {
    return WaitingPeople.byToken(connection, Token.hash(token));
  }

  /** A token for a place on the list, for a form that may be sent more than once. */
  public String newToken() {
    return diary.newToken();
  }

  /** Whether a text could be such a token. */
  public boolean isToken(String text) {
    return Token.isOne(text);
  }

  /** Puts somebody on the list; the token opens their place on it. */
  public String join(WaitingWish wish) {
    return join(wish, newToken());
  }

  /**
   * Puts somebody on the list, once for each token, and writes to them.
   *
   * @throws IllegalArgumentException if that is no token
   */
  public String join(WaitingWish wish, String token) {
    if (!Token.isOne(token)) {
      throw new IllegalArgumentException("a place on the list is opened by a token");
    }
    WaitingPeople.Person person =
        new WaitingPeople.Person(
            diary.ids().get(),
            wish.service(),
            wish.practitioner(),
            wish.place(),
            wish.from(),
            wish.to(),
            wish.dayBits(),
            wish.fromMinute(),
            wish.toMinute(),
            wish.person().name(),
            wish.person().email(),
            wish.zone().map(ZoneId::getId),
            wish.person().language(),
            diary.now(),
            "waiting");
    return diary.write(
        connection -> {
          if (byToken(connection, token).isEmpty()) {
            WaitingPeople.add(connection, person, Token.hash(token));
            diary.letters().tell(connection, new Correspondence.Joined(wish, token));
          }
          return token;
        });
  }

  /** The place on the list that a token opens. */
  public Optional<Waiting> find(String token) {
    return diary
        .appointments()
        .read(
            connection -> {
              Optional<WaitingPeople.Person> person = byToken(connection, token);
              return person.isEmpty()
                  ? Optional.empty()
                  : Optional.of(waiting(connection, person.get()));
            });
  }

  /** Everybody who waits, the first who came first. */
  public List<Waiting> all() {
    return diary
        .appointments()
        .read(
            connection -> {
              List<Waiting> all = new ArrayList<>();
              for (WaitingPeople.Person person : WaitingPeople.all(connection)) {
                all.add(waiting(connection, person));
              }
              return List.copyOf(all);
            });
  }

  private Waiting waiting(Connection connection, WaitingPeople.Person person) throws SQLException {
    return new Waiting(
        person.id(),
        wish(person),
        person.askedAt(),
        Waiting.State.of(person),
        WaitingPeople.openOffer(connection, person.id())
            .map(offer -> Offer.of(offer, person, diary.now()))
            .filter(Offer::open));
  }

  static WaitingWish wish(WaitingPeople.Person person) {
    return new WaitingWish(
        person.service(),
        person.practitioner(),
        person.place(),
        person.from(),
        person.to(),
        WaitingWish.days(person.days()),
        person.fromMinute(),
        person.toMinute(),
        whose(person),
        person.zone().map(ZoneId::of));
  }

  static Person whose(WaitingPeople.Person person) {
    return new Person(person.name(), person.email(), person.language());
  }

  /** Takes somebody off the list; what was offered to them goes to the next. */
  public boolean leave(String token) {
    return diary.write(connection -> takeOff(connection, byToken(connection, token)));
  }

  /** Takes somebody off the list, for staff. */
  static boolean leave(Connection connection, UUID id) throws SQLException {
    return takeOff(connection, WaitingPeople.find(connection, id));
  }

  /** False where there is nobody; who left before, or has a visit, is where they are. */
  private static boolean takeOff(Connection connection, Optional<WaitingPeople.Person> person)
      throws SQLException {
    if (person.filter(one -> one.state().equals("waiting")).isPresent()) {
      WaitingPeople.nowIs(connection, person.get().id(), "left");
      Offers.decline(connection, person.get());
    }
    return person.isPresent();
  }
}
