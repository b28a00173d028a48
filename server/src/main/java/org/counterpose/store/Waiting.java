package org.counterpose.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** A work whose caller waits, from the queue to the answer after the commit. */
final class Waiting<T extends @Nullable Object> {

  private final Work<T> work;
  private final boolean wipes;
  private final CompletableFuture<@Nullable Object> answer = new CompletableFuture<>();
  private @Nullable Object result;

  Waiting(Work<T> work, boolean wipes) {
    this.work = work;
    this.wipes = wipes;
  }

  /** Whether what it deletes must be gone from the files too. */
  boolean wipes() {
    return wipes;
  }

  void run(Connection connection) throws SQLException {
    result = work.on(connection);
  }

  void committed() {
    answer.complete(result);
  }

  void failed(Throwable why) {
    answer.completeExceptionally(why);
  }

  /** Waits for the answer, come what may: a caller who gave up would not know what was kept. */
  @SuppressWarnings("unchecked")
  T join() {
    try {
      return (T) answer.join();
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case RuntimeException failure -> throw failure;
        case Error failure -> throw failure;
        case null, default -> throw e;
      }
    }
  }
}
