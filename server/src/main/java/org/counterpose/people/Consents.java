package org.counterpose.people;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.counterpose.journal.Entry;
import org.counterpose.store.Also;
import org.counterpose.store.Database;
import org.counterpose.store.SqlConsents;

/** What persons agreed to, each agreement recorded with its words, and when it was taken back. */
public final class Consents {

  private final Database database;
  private final SqlConsents store;

  public Consents(Database database) {
    this.database = database;
    this.store = new SqlConsents(database);
  }

  public void give(UUID journey, Consent kind, Instant at) {
    write(giving(journey, kind, at));
  }

  public void withdraw(UUID journey, Consent kind, Instant at) {
    write(withdrawing(journey, kind, at));
  }

  /** Giving it, to be written with what it allows. */
  public static Also giving(UUID journey, Consent kind, Instant at) {
    return connection ->
        SqlConsents.give(connection, journey, kind.name(), kind.wordsVersion(), at);
  }

  /** Taking it back, to be written with what it ends. */
  public static Also withdrawing(UUID journey, Consent kind, Instant at) {
    return connection -> SqlConsents.withdraw(connection, journey, kind.name(), at);
  }

  /**
   * What entries of a journal say about pooling a comparison, to be written with them. An entry
   * that comes again changes nothing.
   */
  public static Also toldBy(UUID journey, List<Entry> entries) {
    String pool = Consent.RESEARCH_POOL.name();
    return connection -> {
      for (Entry entry : entries) {
        if (entry instanceof Entry.Comparing comparing) {
          Instant at = comparing.at().toInstant();
          if (SqlConsents.isToldAfter(connection, journey, pool, at)) {
            continue;
          }
          Also said =
              comparing.pooled()
                  ? giving(journey, Consent.RESEARCH_POOL, at)
                  : withdrawing(journey, Consent.RESEARCH_POOL, at);
          said.on(connection);
        }
      }
    };
  }

  public boolean holds(UUID journey, Consent kind) {
    return store.of(journey).stream()
        .anyMatch(given -> given.kind().equals(kind.name()) && given.withdrawnAt().isEmpty());
  }

  /** Whether it was agreed to once and holds no longer. */
  public boolean tookBack(UUID journey, Consent kind) {
    return !holds(journey, kind)
        && store.of(journey).stream().anyMatch(given -> given.kind().equals(kind.name()));
  }

  /** Every agreement and its end, oldest first. */
  public List<SqlConsents.Given> history(UUID journey) {
    return store.of(journey);
  }

  private void write(Also also) {
    database.write(
        connection -> {
          also.on(connection);
          return Boolean.TRUE;
        });
  }
}
