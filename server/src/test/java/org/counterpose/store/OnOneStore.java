package org.counterpose.store;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A store with nothing in it, open before each test and closed after it. */
abstract class OnOneStore {

  static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

  @TempDir Path folder;
  Database database;
  Journals journals;

  @BeforeEach
  void open() {
    database = Database.open(folder);
    journals = new SqlJournals(database);
  }

  @AfterEach
  void close() {
    database.close();
  }
}
