package org.counterpose.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The one-time links by which people come to the staff, in portable SQL. */
public final class SqlStaffLinks {

  /**
   * A link as kept, only by the hash of its secret.
   *
   * @param kind {@code set-up} or {@code invitation}
   * @param name empty where whoever uses it says it
   */
  public record Kept(
      String hash,
      String kind,
      String name,
      String role,
      Optional<String> practitioner,
      Set<String> places,
      Instant madeAt,
      Instant endsAt) {

    public Kept {
      places = Set.copyOf(places);
    }
  }

  private static final Rows<Kept> LINKS = new Rows<>("staff_link", "*", SqlStaffLinks::link);

  private final Database database;

  public SqlStaffLinks(Database database) {
    this.database = database;
  }

  public static void add(Connection connection, Kept link) throws SQLException {
    Sql.run(
        connection,
        "INSERT INTO staff_link"
            + " (link_hash, kind, name, role, practitioner, places, made_at, ends_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        link.hash(),
        link.kind(),
        link.name(),
        link.role(),
        link.practitioner(),
        String.join(",", new TreeSet<>(link.places())),
        link.madeAt(),
        link.endsAt());
  }

  /** Keeps a new set-up link; those before it are dead. */
  public void setUp(Kept link) {
    database.write(
        connection -> {
          Sql.run(connection, "DELETE FROM staff_link WHERE kind = ?", link.kind());
          add(connection, link);
          return Boolean.TRUE;
        });
  }

  /** The link of that hash, unless it was used or has ended. */
  public Optional<Kept> find(String hash, Instant now) {
    return database.read(
        connection -> LINKS.first(connection, "WHERE link_hash = ? AND ends_at > ?", hash, now));
  }

  /** Uses a link up. False where somebody did before, or it has ended. */
  public static boolean use(Connection connection, String hash, Instant now) throws SQLException {
    return Sql.changes(
        connection, "DELETE FROM staff_link WHERE link_hash = ? AND ends_at > ?", hash, now);
  }

  /** The invitations that can still be used, the latest first. */
  public List<Kept> open(Instant now) {
    return database.read(
        connection ->
            LINKS.list(
                connection,
                "WHERE kind = 'invitation' AND ends_at > ? ORDER BY made_at DESC, link_hash",
                now));
  }

  /** Takes a link back. */
  public static boolean takeBack(Connection connection, String hash) throws SQLException {
    return Sql.changes(connection, "DELETE FROM staff_link WHERE link_hash = ?", hash);
  }

  private static Kept link(ResultSet row) throws SQLException {
    return new Kept(
        row.getString("link_hash"),
        row.getString("kind"),
        row.getString("name"),
        row.getString("role"),
        Sql.text(row, "practitioner"),
        Stream.of(row.getString("places").split(","))
            .filter(place -> !place.isEmpty())
            .collect(Collectors.toUnmodifiableSet()),
        Sql.instant(row, "made_at"),
        Sql.instant(row, "ends_at"));
  }
}
