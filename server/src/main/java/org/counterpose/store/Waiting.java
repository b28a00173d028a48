package org.counterpose.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A work whose caller waits, from the queue to the answer after the commit. */
final class Waiting<T extends @Nullable Object> {

  private final Work<T> work;
  private final boolean wipes;
  private final Thread caller = Thread.currentThread();
  private @Nullable T result;
  private @Nullable Throwable failure;
  private @Nullable Waiting<?> next;
  private volatile boolean answered;

  /** Made by the thread that will {@link #join} it. */
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

  /**
   * Answers a group whose work is on the disk. The first is woken, and each wakes the next: waking
   * a thread costs as much as its work did, and the committer has the next group to see to.
   */
  static void committed(List<Waiting<?>> group) {
    for (int i = group.size() - 1; i >= 0; i--) {
      group.get(i).next = i + 1 < group.size() ? group.get(i + 1) : null;
      group.get(i).answered = true;
    }
    if (!group.isEmpty()) {
      group.getFirst().wake();
    }
  }

  void failed(Throwable why) {
    failure = why;
    answered = true;
    wake();
  }

  private void wake() {
    LockSupport.unpark(caller);
  }

  /** Waits for the answer, come what may: a caller who gave up would not know what was kept. */
  T join() {
    boolean interrupted = false;
    while (!answered) {
      LockSupport.park(this);
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (next != null) {
      next.wake();
    }
    switch (failure) {
      case RuntimeException refused -> throw refused;
      case Error error -> throw error;
      case null -> {}
      default -> throw new IllegalStateException("a work in the store failed", failure);
    }
    return kept();
  }

  @SuppressWarnings("NullAway") // Where T may be null, so may the result.
  private T kept() {
    return result;
  }
}
