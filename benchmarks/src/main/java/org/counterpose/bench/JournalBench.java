package org.counterpose.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.counterpose.store.Database;
import org.counterpose.store.Journals;
import org.counterpose.store.Line;
import org.counterpose.store.NewJourney;
import org.counterpose.store.SqlJournals;

/**
 * Durable entries a second: 32 threads through the store, which answers after a synced commit,
 * against plain JDBC that commits and syncs each entry by itself into the same tables. The plain
 * one has a single thread, since SQLite takes one writer at a time and more only wait for it.
 */
final class JournalBench implements Measure {

  private static final int THREADS = 32;
  private static final int ROUNDS = 7;
  private static final Duration ROUND = Duration.ofSeconds(2);
  private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
  private static final String BODY =
      "{\"id\":\"00000000-0000-4000-8000-000000000000\",\"type\":\"rated\","
          + "\"at\":\"2026-11-22T07:15:00-05:00\",\"pain\":4,\"stiffness\":5}";

  @Override
  public String name() {
    return "journal";
  }

  @Override
  public String about() {
    return "durable entries a second from 32 threads, against a transaction and a sync for each";
  }

  @Override
  public List<Row> run(Path folder) throws Exception {
    List<Rates> store = new ArrayList<>();
    List<Rates> plain = new ArrayList<>();
    List<Double> group = new ArrayList<>();
    try (Database database = Database.open(folder.resolve("store"));
        Plain jdbc = Plain.in(folder.resolve("plain"))) {
      Journals journals = new SqlJournals(database);
      List<UUID> ids = Stream.generate(UUID::randomUUID).limit(THREADS).toList();
      for (UUID id : ids) {
        journals.begin(new NewJourney(id, new byte[32], START, List.of(line())));
      }
      for (int round = -1; round < ROUNDS; round++) {
        long commits = database.commits();
        Rates grouped =
            Rates.of(
                THREADS,
                ROUND,
                thread -> {
                  UUID journal = ids.get(thread);
                  return () -> journals.append(journal, List.of(line()));
                });
        double size = grouped.nanos().length / (double) (database.commits() - commits);
        Rates each = Rates.of(1, ROUND, thread -> jdbc::append);
        if (round >= 0) {
          store.add(grouped);
          plain.add(each);
          group.add(size);
        }
      }
    }
    double ratio = Rates.median(store, Rates::perSecond) / Rates.median(plain, Rates::perSecond);
    return List.of(
        Row.ratio(
            "durable entries, 32 threads against one transaction each",
            Rates.perSecond(store),
            Rates.perSecond(plain),
            ratio,
            5),
        Row.ratio(
            "  p99 of one entry",
            Rates.p99(store),
            Rates.p99(plain),
            Rates.median(store, Rates::p99) / Rates.median(plain, Rates::p99)),
        Row.figure(
            "  entries that shared a sync, on average",
            String.format(
                Locale.ROOT,
                "%.1f",
                group.stream().mapToDouble(Double::doubleValue).average().orElse(0))));
  }

  private static Line line() {
    return new Line(UUID.randomUUID(), START, "rated", BODY);
  }

  /** The same tables, and a commit with a full sync for each entry. */
  private record Plain(Connection connection, PreparedStatement entry, PreparedStatement summary)
      implements AutoCloseable {

    private static final String JOURNAL = UUID.randomUUID().toString();

    static Plain in(Path folder) throws SQLException, IOException {
      Files.createDirectories(folder);
      Database.open(folder).close();
      Connection connection =
          DriverManager.getConnection(
              "jdbc:sqlite:"
                  + folder.resolve("counterpose.db")
                  + "?journal_mode=WAL&synchronous=FULL&busy_timeout=5000&foreign_keys=on"
                  + "&transaction_mode=IMMEDIATE");
      try (Statement statement = connection.createStatement()) {
        statement.execute("INSERT INTO journal VALUES ('" + JOURNAL + "', '', 0)");
        statement.execute("INSERT INTO journal_summary VALUES ('" + JOURNAL + "', 0, 0, '')");
      }
      connection.setAutoCommit(false);
      return new Plain(
          connection,
          connection.prepareStatement("INSERT INTO journal_entry VALUES (?, ?, ?, ?, ?)"),
          connection.prepareStatement(
              "UPDATE journal_summary SET entries = entries + 1, last_at = ?, last_type = ?"
                  + " WHERE journal = ?"));
    }

    boolean append() throws SQLException {
      entry.setString(1, JOURNAL);
      entry.setString(2, UUID.randomUUID().toString());
      entry.setLong(3, START.toEpochMilli() * 1000);
      entry.setString(4, "rated");
      entry.setString(5, BODY);
      entry.executeUpdate();
      summary.setLong(1, START.toEpochMilli() * 1000);
      summary.setString(2, "rated");
      summary.setString(3, JOURNAL);
      summary.executeUpdate();
      connection.commit();
      return true;
    }

    @Override
    public void close() throws SQLException {
      connection.close();
    }
  }
}
