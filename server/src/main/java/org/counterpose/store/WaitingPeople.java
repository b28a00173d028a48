package org.counterpose.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The waiting list, and the freed times that are offered from it. */
public final class WaitingPeople {

  private static final Rows<Person> PEOPLE =
      new Rows<>(
          "waiting_person",
          "id, service, practitioner, place, from_date, to_date, days, from_minute, to_minute,"
              + " name, email, zone, language, asked_at, state",
          WaitingPeople::person);
  private static final Rows<Offer> OFFERS =
      new Rows<>(
          "time_offer",
          "id, waiting, practitioner, place, service, start_at, end_at, offered_at, until_at,"
              + " state",
          WaitingPeople::offer);

  private static final String NAMELESS = ", name = '-', email = '', zone = NULL, language = NULL";

  private WaitingPeople() {}

  /**
   * Somebody who waits.
   *
   * @param days bit by bit, Monday first, the days that suit
   * @param state {@code waiting}, {@code booked} or {@code left}
   */
  public record Person(
      UUID id,
      String service,
      String practitioner,
      Optional<String> place,
      LocalDate from,
      LocalDate to,
      int days,
      int fromMinute,
      int toMinute,
      String name,
      String email,
      Optional<String> zone,
      Optional<String> language,
      Instant askedAt,
      String state) {}

  /**
   * A time that is kept for one person of the list.
   *
   * @param state {@code open}, {@code accepted}, {@code declined} or {@code expired}
   */
  public record Offer(
      UUID id,
      UUID waiting,
      String practitioner,
      String place,
      String service,
      Instant start,
      Instant end,
      Instant offeredAt,
      Instant until,
      String state) {}

  public static void add(Connection connection, Person person, String tokenHash)
      throws SQLException {
    Sql.run(
        connection,
        "INSERT INTO waiting_person ("
            + PEOPLE.columns()
            + ", token_hash, number) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
            + " (SELECT coalesce(max(number), 0) + 1 FROM waiting_person))",
        person.id(),
        person.service(),
        person.practitioner(),
        person.place(),
        person.from().toString(),
        person.to().toString(),
        person.days(),
        person.fromMinute(),
        person.toMinute(),
        person.name(),
        person.email(),
        person.zone(),
        person.language(),
        person.askedAt(),
        person.state(),
        tokenHash);
  }

  public static Optional<Person> byToken(Connection connection, String tokenHash)
      throws SQLException {
    return PEOPLE.first(connection, "WHERE token_hash = ?", tokenHash);
  }

  public static Optional<Person> find(Connection connection, UUID id) throws SQLException {
    return PEOPLE.first(connection, "WHERE id = ?", id);
  }

  /** Those who wait and have no offer open, the first who came first. */
  public static List<Person> inOrder(Connection connection) throws SQLException {
    return PEOPLE.list(
        connection,
        "WHERE state = 'waiting' AND NOT EXISTS (SELECT 1 FROM time_offer"
            + " WHERE time_offer.waiting = waiting_person.id AND time_offer.state = 'open')"
            + " ORDER BY number");
  }

  /** Those who wait, with an offer open or not, the first who came first. */
  public static List<Person> all(Connection connection) throws SQLException {
    return PEOPLE.list(connection, "WHERE state = 'waiting' ORDER BY number");
  }

  /** Somebody waits no longer: who it was is forgotten, that somebody did is kept. */
  public static void nowIs(Connection connection, UUID person, String state) throws SQLException {
    Sql.run(
        connection,
        "UPDATE waiting_person SET state = ?" + NAMELESS + " WHERE id = ?",
        state,
        person);
  }

  /**
   * Takes those off the list whose address the person of a journey confirmed. What is offered to
   * them ends now, and goes to the next.
   */
  static void eraseOf(Connection connection, UUID journey) throws SQLException {
    String theirs = " lower(email) = (SELECT email FROM contact WHERE journey = ?)";
    Sql.run(
        connection,
        "UPDATE time_offer SET until_at = 0 WHERE state = 'open' AND waiting IN"
            + " (SELECT id FROM waiting_person WHERE"
            + theirs
            + ")",
        journey);
    Sql.run(
        connection,
        "UPDATE waiting_person SET state = CASE state WHEN 'waiting' THEN 'left' ELSE state END"
            + NAMELESS
            + " WHERE"
            + theirs,
        journey);
  }

  public static void add(Connection connection, Offer offer, String tokenHash) throws SQLException {
    Sql.run(
        connection,
        "INSERT INTO time_offer ("
            + OFFERS.columns()
            + ", token_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        offer.id(),
        offer.waiting(),
        offer.practitioner(),
        offer.place(),
        offer.service(),
        offer.start(),
        offer.end(),
        offer.offeredAt(),
        offer.until(),
        offer.state(),
        tokenHash);
  }

  public static Optional<Offer> offerByToken(Connection connection, String tokenHash)
      throws SQLException {
    return OFFERS.first(connection, "WHERE token_hash = ?", tokenHash);
  }

  /** The hash of the token that opens an offer. */
  public static String tokenOf(Connection connection, Offer offer) throws SQLException {
    return Sql.first(
            connection,
            "SELECT token_hash FROM time_offer WHERE id = ?",
            row -> row.getString(1),
            offer.id())
        .orElseThrow();
  }

  /** The offer that somebody has open. */
  public static Optional<Offer> openOffer(Connection connection, UUID person) throws SQLException {
    return OFFERS.first(connection, "WHERE state = 'open' AND waiting = ?", person);
  }

  /** Every open offer. */
  public static List<Offer> openOffers(Connection connection) throws SQLException {
    return OFFERS.list(connection, "WHERE state = 'open' ORDER BY start_at");
  }

  /** Whether a time that touches this stretch was offered to somebody before. */
  public static boolean wasOffered(
      Connection connection, UUID person, String practitioner, Instant from, Instant before)
      throws SQLException {
    return Sql.isAny(
        connection,
        "SELECT 1 FROM time_offer"
            + " WHERE waiting = ? AND practitioner = ? AND start_at < ? AND end_at > ?",
        person,
        practitioner,
        before,
        from);
  }

  /** Ends an open offer; false where it was ended before. The table decides, not a look. */
  public static boolean end(Connection connection, UUID offer, String state) throws SQLException {
    return Sql.changes(
        connection,
        "UPDATE time_offer SET state = ? WHERE id = ? AND state = 'open'",
        state,
        offer);
  }

  /** Whether there is somebody whose last date has passed for so long. */
  static boolean hasPast(Connection connection, Instant endedBefore) throws SQLException {
    return Sql.isAny(
        connection, "SELECT 1 FROM waiting_person WHERE to_date < ? LIMIT 1", date(endedBefore));
  }

  private static String date(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
  }

  /** Deletes those whose last date has passed for as long as visits are kept, and old offers. */
  static void forget(Connection connection, Instant endedBefore) throws SQLException {
    String date = date(endedBefore);
    Sql.run(
        connection,
        "DELETE FROM time_offer WHERE end_at < ? OR waiting IN"
            + " (SELECT id FROM waiting_person WHERE to_date < ?)",
        endedBefore,
        date);
    Sql.run(connection, "DELETE FROM waiting_person WHERE to_date < ?", date);
  }

  private static Person person(ResultSet row) throws SQLException {
    return new Person(
        Sql.id(row, "id"),
        row.getString("service"),
        row.getString("practitioner"),
        Sql.text(row, "place"),
        LocalDate.parse(row.getString("from_date")),
        LocalDate.parse(row.getString("to_date")),
        row.getInt("days"),
        row.getInt("from_minute"),
        row.getInt("to_minute"),
        row.getString("name"),
        row.getString("email"),
        Sql.text(row, "zone"),
        Sql.text(row, "language"),
        Sql.instant(row, "asked_at"),
        row.getString("state"));
  }

  private static Offer offer(ResultSet row) throws SQLException {
    return new Offer(
        Sql.id(row, "id"),
        Sql.id(row, "waiting"),
        row.getString("practitioner"),
        row.getString("place"),
        row.getString("service"),
        Sql.instant(row, "start_at"),
        Sql.instant(row, "end_at"),
        Sql.instant(row, "offered_at"),
        Sql.instant(row, "until_at"),
        row.getString("state"));
  }
}
