package org.counterpose.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The database of one data folder: a file in it, one thread that writes and a few connections that
 * read. Safe for many threads; call it from platform threads, since reading waits inside SQLite.
 */
public final class Database implements AutoCloseable {

  private static final int READERS = 4;

  private final Path folder;
  private final @Nullable FolderLock lock;
  private final Committer committer;
  private final Readers readers;
  private final AtomicBoolean closed = new AtomicBoolean();

  private Database(Sqlite sqlite, @Nullable FolderLock lock) throws SQLException {
    this.folder = sqlite.folder();
    this.lock = lock;
    this.committer = new Committer(sqlite);
    this.readers = new Readers(sqlite, READERS);
  }

  /**
   * Opens a folder's database, makes both where they are missing, and brings the tables up to date.
   * The folder is this process's until it is closed.
   *
   * @throws StoreUnavailable where another process has it, or it cannot be written
   */
  public static Database open(Path folder) {
    FolderLock lock = null;
    try {
      Sqlite.makeFolder(folder);
      Sqlite sqlite = new Sqlite(folder.toRealPath());
      lock = FolderLock.take(sqlite.folder());
      Migrations.run(sqlite);
      return new Database(sqlite, lock);
    } catch (IOException e) {
      release(lock);
      throw StoreUnavailable.of(folder, e);
    } catch (SQLException e) {
      release(lock);
      throw refusal(folder, e);
    } catch (RuntimeException e) {
      release(lock);
      throw e;
    }
  }

  /**
   * Opens a folder's database beside the process that serves it, or where none does. The tables
   * must be there and up to date.
   *
   * @throws StoreUnavailable where nothing is kept in the folder, or by another version
   */
  public static Database beside(Path folder) {
    Sqlite sqlite = Sqlite.existing(folder);
    try {
      try (Connection connection = sqlite.reader()) {
        Migrations.mustBeCurrent(sqlite, connection);
      }
      return new Database(sqlite, null);
    } catch (SQLException e) {
      throw refusal(folder, e);
    }
  }

  /** Whether a folder is a data folder. */
  public static boolean isIn(Path folder) {
    return Sqlite.isIn(folder);
  }

  /** The process that serves a folder, or has it for itself; empty where none does. */
  public static Optional<Long> servedBy(Path folder) {
    try {
      return FolderLock.holder(folder);
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static void release(@Nullable FolderLock lock) {
    if (lock != null) {
      lock.close();
    }
  }

  public Path folder() {
    return folder;
  }

  /**
   * Does a work and returns when it is on the disk, together with whatever else was waiting. Where
   * it throws, nothing of it is kept, and the others' work is not touched.
   *
   * @throws Conflict where a key or rule of the tables forbids it
   * @throws StoreUnavailable where the store cannot; nothing was kept
   */
  public <T extends @Nullable Object> T write(Work<T> work) {
    return committer.submit(new Waiting<>(work, false));
  }

  /**
   * As {@link #write}, for work that deletes what must not be found again: its bytes are written
   * over and the log that held them is emptied before the answer.
   *
   * @throws StoreUnavailable also where it is deleted but a long reading keeps the log
   */
  public <T extends @Nullable Object> T wipe(Work<T> work) {
    return committer.submit(new Waiting<>(work, true));
  }

  /** Does a work that only reads, on one moment of the store. */
  public <T extends @Nullable Object> T read(Work<T> work) {
    return readers.read(work);
  }

  /** How many transactions were committed: fewer than works, where they came together. */
  public long commits() {
    return committer.commits();
  }

  /** How many works wait for the one that is being done. */
  int waiting() {
    return committer.waiting();
  }

  /** Finishes what is waiting, then lets the folder go; a second time does nothing. */
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    readers.close();
    committer.close();
    release(lock);
  }

  static RuntimeException refusal(Path folder, SQLException failure) {
    return Conflict.is(failure)
        ? new Conflict(failure)
        : StoreUnavailable.of(folder, failure)
            .<RuntimeException>map(unavailable -> unavailable)
            .orElseGet(() -> new IllegalStateException("the store refused a statement", failure));
  }
}
