package org.counterpose.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A few connections that only read, leased to callers: each work sees one moment of the store. */
final class Readers implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 10;

  private final Sqlite sqlite;
  private final List<Connection> all = new ArrayList<>();
  private final BlockingQueue<Connection> free;
  private volatile boolean closed;

  Readers(Sqlite sqlite, int size) throws SQLException {
    this.sqlite = sqlite;
    this.free = new ArrayBlockingQueue<>(size);
    for (int i = 0; i < size; i++) {
      Connection connection = sqlite.reader();
      connection.setAutoCommit(false);
      all.add(connection);
      free.add(connection);
    }
  }

  <T extends @Nullable Object> T read(Work<T> work) {
    if (closed) {
      throw StoreUnavailable.closed();
    }
    Connection connection = lease();
    try {
      try {
        return work.on(connection);
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw Database.refusal(sqlite.folder(), e);
    } finally {
      free.add(connection);
    }
  }

  private Connection lease() {
    try {
      Connection connection = free.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (connection != null) {
        return connection;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw StoreUnavailable.closed();
    }
    throw new StoreUnavailable(
        StoreUnavailable.Reason.BUSY, "The store is busy reading. Try again in a minute.");
  }

  @Override
  public void close() {
    closed = true;
    for (int i = 0; i < all.size(); i++) {
      try {
        lease().close();
      } catch (SQLException | StoreUnavailable e) {
        // A reader holds nothing that could be lost.
      }
    }
  }
}
