package org.counterpose.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The waiting list, and the freed times that are offered from it. */
public final class WaitingPeople {

  private static final String PERSON =
      "id, service, practitioner, place, from_date, to_date, days, from_minute, to_minute, name,"
          + " email, zone, asked_at, state";
  private static final String OFFER =
      "id, waiting, practitioner, place, service, start_at, end_at, offered_at, until_at, state";

  private static final String NAMELESS = ", name = '-', email = '', zone = NULL";

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
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO waiting_person ("
                + PERSON
                + ", token_hash, number) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                + " (SELECT coalesce(max(number), 0) + 1 FROM waiting_person))")) {
      insert.setString(1, person.id().toString());
      insert.setString(2, person.service());
      insert.setString(3, person.practitioner());
      text(insert, 4, person.place());
      insert.setString(5, person.from().toString());
      insert.setString(6, person.to().toString());
      insert.setInt(7, person.days());
      insert.setInt(8, person.fromMinute());
      insert.setInt(9, person.toMinute());
      insert.setString(10, person.name());
      insert.setString(11, person.email());
      text(insert, 12, person.zone());
      insert.setLong(13, Micros.of(person.askedAt()));
      insert.setString(14, person.state());
      insert.setString(15, tokenHash);
      insert.executeUpdate();
    }
  }

  private static void text(PreparedStatement statement, int index, Optional<String> text)
      throws SQLException {
    if (text.isPresent()) {
      statement.setString(index, text.get());
    } else {
      statement.setNull(index, Types.VARCHAR);
    }
  }

  public static Optional<Person> byToken(Connection connection, String tokenHash)
      throws SQLException {
    return people(connection, "token_hash = ?", tokenHash).stream().findFirst();
  }

  public static Optional<Person> find(Connection connection, UUID id) throws SQLException {
    return people(connection, "id = ?", id.toString()).stream().findFirst();
  }

  /** Those who wait and have no offer open, the first who came first. */
  public static List<Person> inOrder(Connection connection) throws SQLException {
    return people(
        connection,
        "state = ? AND NOT EXISTS (SELECT 1 FROM time_offer WHERE time_offer.waiting ="
            + " waiting_person.id AND time_offer.state = 'open') ORDER BY number",
        "waiting");
  }

  /** Those who wait, with an offer open or not, the first who came first. */
  public static List<Person> all(Connection connection) throws SQLException {
    return people(connection, "state = ? ORDER BY number", "waiting");
  }

  private static List<Person> people(Connection connection, String where, String only)
      throws SQLException {
    List<Person> found = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement("SELECT " + PERSON + " FROM waiting_person WHERE " + where)) {
      select.setString(1, only);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(
              new Person(
                  UUID.fromString(row.getString(1)),
                  row.getString(2),
                  row.getString(3),
                  Optional.ofNullable(row.getString(4)),
                  LocalDate.parse(row.getString(5)),
                  LocalDate.parse(row.getString(6)),
                  row.getInt(7),
                  row.getInt(8),
                  row.getInt(9),
                  row.getString(10),
                  row.getString(11),
                  Optional.ofNullable(row.getString(12)),
                  Micros.instant(row.getLong(13)),
                  row.getString(14)));
        }
      }
    }
    return found;
  }

  /** Somebody waits no longer: who it was is forgotten, that somebody did is kept. */
  public static void nowIs(Connection connection, UUID person, String state) throws SQLException {
    update(
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
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO time_offer ("
                + OFFER
                + ", token_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, offer.id().toString());
      insert.setString(2, offer.waiting().toString());
      insert.setString(3, offer.practitioner());
      insert.setString(4, offer.place());
      insert.setString(5, offer.service());
      insert.setLong(6, Micros.of(offer.start()));
      insert.setLong(7, Micros.of(offer.end()));
      insert.setLong(8, Micros.of(offer.offeredAt()));
      insert.setLong(9, Micros.of(offer.until()));
      insert.setString(10, offer.state());
      insert.setString(11, tokenHash);
      insert.executeUpdate();
    }
  }

  public static Optional<Offer> offerByToken(Connection connection, String tokenHash)
      throws SQLException {
    return offers(connection, "token_hash = ?", tokenHash).stream().findFirst();
  }

  /** The offer that somebody has open. */
  public static Optional<Offer> openOffer(Connection connection, UUID person) throws SQLException {
    return offers(connection, "state = 'open' AND waiting = ?", person.toString()).stream()
        .findFirst();
  }

  /** Every open offer. */
  public static List<Offer> openOffers(Connection connection) throws SQLException {
    return offers(connection, "state = ? ORDER BY start_at", "open");
  }

  /** Whether a time was offered to somebody before. */
  public static boolean wasOffered(
      Connection connection, UUID person, String practitioner, Instant start) throws SQLException {
    return offers(connection, "waiting = ?", person.toString()).stream()
        .anyMatch(
            offer -> offer.practitioner().equals(practitioner) && offer.start().equals(start));
  }

  private static List<Offer> offers(Connection connection, String where, String only)
      throws SQLException {
    List<Offer> found = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement("SELECT " + OFFER + " FROM time_offer WHERE " + where)) {
      select.setString(1, only);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(
              new Offer(
                  UUID.fromString(row.getString(1)),
                  UUID.fromString(row.getString(2)),
                  row.getString(3),
                  row.getString(4),
                  row.getString(5),
                  Micros.instant(row.getLong(6)),
                  Micros.instant(row.getLong(7)),
                  Micros.instant(row.getLong(8)),
                  Micros.instant(row.getLong(9)),
                  row.getString(10)));
        }
      }
    }
    return found;
  }

  /** Ends an open offer; false where it was ended before. The table decides, not a look. */
  public static boolean end(Connection connection, UUID offer, String state) throws SQLException {
    return update(
            connection,
            "UPDATE time_offer SET state = ? WHERE id = ? AND state = 'open'",
            state,
            offer)
        == 1;
  }

  private static int update(Connection connection, String sql, String state, UUID id)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setString(1, state);
      update.setString(2, id.toString());
      return update.executeUpdate();
    }
  }

  /** Whether there is somebody whose last date has passed for so long. */
  static boolean hasPast(Connection connection, Instant endedBefore) throws SQLException {
    return Sql.first(
            connection,
            "SELECT 1 FROM waiting_person WHERE to_date < ? LIMIT 1",
            row -> 1,
            date(endedBefore))
        .isPresent();
  }

  private static String date(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
  }

  /** Deletes those whose last date has passed for as long as visits are kept, and old offers. */
  static void forget(Connection connection, Instant endedBefore) throws SQLException {
    String date = date(endedBefore);
    try (PreparedStatement offers =
            connection.prepareStatement(
                "DELETE FROM time_offer WHERE end_at < ? OR waiting IN"
                    + " (SELECT id FROM waiting_person WHERE to_date < ?)");
        PreparedStatement people =
            connection.prepareStatement("DELETE FROM waiting_person WHERE to_date < ?")) {
      offers.setLong(1, Micros.of(endedBefore));
      offers.setString(2, date);
      offers.executeUpdate();
      people.setString(1, date);
      people.executeUpdate();
    }
  }
}
