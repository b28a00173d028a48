package org.counterpose.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that writes. It takes whatever work is waiting, commits it once with a full sync,
 * and only then answers each caller: the cost of a sync is shared and none is skipped. A work that
 * fails takes nothing of the others with it, and may be run twice until it is answered. A platform
 * thread, because waiting inside SQLite would hold a virtual thread's carrier.
 */
final class Committer implements AutoCloseable {

  private static final int QUEUE = 2048;
  private static final int LARGEST_GROUP = 512;
  private static final long PATIENCE_SECONDS = 10;
  private static final long IDLE_MILLIS = 250;
  private static final int WIPE_WAIT_MILLIS = 100;
  private static final Duration WIPE_AGAIN = Duration.ofMillis(250);
  private static final Duration WIPE_PATIENCE = Duration.ofSeconds(20);

  private final Sqlite sqlite;
  private final BlockingQueue<Waiting<?>> queue = new ArrayBlockingQueue<>(QUEUE);
  private final Thread thread;
  private final AtomicLong commits = new AtomicLong();
  private @Nullable Connection connection;
  private final List<Waiting<?>> wiping = new ArrayList<>();
  private boolean toWipe;
  private long wipedAt;
  private long wipeAsked;
  private volatile boolean closing;
  private volatile boolean stopped;

  Committer(Sqlite sqlite) throws SQLException {
    this.sqlite = sqlite;
    this.connection = sqlite.writer();
    this.thread = Thread.ofPlatform().name("committer").daemon().start(this::work);
  }

  /** How many transactions were committed. */
  long commits() {
    return commits.get();
  }

  /** How many works wait to be taken. */
  int waiting() {
    return queue.size();
  }

  /** Queues a work and waits until it is on the disk, or was refused. */
  <T extends @Nullable Object> T submit(Waiting<T> waiting) {
    if (Thread.currentThread() == thread) {
      throw new IllegalStateException("a write inside a write would wait for itself");
    }
    if (closing) {
      throw StoreUnavailable.closed();
    }
    try {
      if (!queue.offer(waiting, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new StoreUnavailable(
            StoreUnavailable.Reason.BUSY,
            "Too much is waiting to be saved; this was not. Try again in a minute.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw StoreUnavailable.closed();
    }
    if (stopped) {
      refuseTheRest();
    }
    return waiting.join();
  }

  private void work() {
    List<Waiting<?>> group = new ArrayList<>();
    while (true) {
      Optional<Waiting<?>> first = next();
      if (first.isPresent()) {
        group.add(first.get());
        letOthersCome();
        queue.drainTo(group, LARGEST_GROUP - 1);
        commit(group);
        group.clear();
      } else if (closing && wiping.isEmpty()) {
        break;
      }
      if (toWipe && since(wipedAt).compareTo(WIPE_AGAIN) >= 0) {
        wipe();
      }
    }
    disconnect();
    stopped = true;
    refuseTheRest();
  }

  /**
   * Lets those run who are about to write, for as long as more come: with few processors this
   * thread would otherwise sync for each of them. Where nobody else has anything to do, it returns
   * at once.
   */
  private void letOthersCome() {
    int seen;
    do {
      seen = queue.size();
      Thread.yield();
    } while (queue.size() > seen);
  }

  private Optional<Waiting<?>> next() {
    try {
      return Optional.ofNullable(queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      // Nobody but close() interrupts this thread; it sees what is left in the queue.
      return Optional.ofNullable(queue.poll());
    }
  }

  private void commit(List<Waiting<?>> group) {
    List<Waiting<?>> done;
    try {
      Connection open = connected();
      open.setAutoCommit(false);
      done = allRun(open, group) ? List.copyOf(group) : eachRuns(open, group);
      // Commits; commit() would begin the next transaction and keep other processes out meanwhile.
      open.setAutoCommit(true);
      commits.incrementAndGet();
    } catch (Throwable e) {
      // Whatever broke the transaction: nobody in the group is told that anything was kept.
      RuntimeException why = refusal(e);
      group.forEach(waiting -> waiting.failed(why));
      disconnect();
      return;
    }
    Waiting.committed(done.stream().filter(waiting -> !waiting.wipes()).toList());
    done.stream()
        .filter(Waiting::wipes)
        .forEach(
            waiting -> {
              wiping.add(waiting);
              wipeAsked = System.nanoTime();
            });
    if (!wiping.isEmpty()) {
      wipe();
    }
  }

  /**
   * Runs a group without savepoints, which cost as much as the work itself. Where any of it fails,
   * all is taken back.
   */
  private static boolean allRun(Connection open, List<Waiting<?>> group) throws SQLException {
    try {
      for (Waiting<?> waiting : group) {
        waiting.run(open);
      }
      return true;
    } catch (Throwable e) {
      open.rollback(); // Each runs again by itself, and whoever fails then is told why.
      return false;
    }
  }

  /** Runs each of a group in its savepoint; those that ran. */
  private List<Waiting<?>> eachRuns(Connection open, List<Waiting<?>> group) throws SQLException {
    List<Waiting<?>> done = new ArrayList<>(group.size());
    try (Statement statement = open.createStatement()) {
      for (Waiting<?> waiting : group) {
        if (runs(waiting, open, statement)) {
          done.add(waiting);
        }
      }
    }
    return done;
  }

  /** Runs one work in its savepoint. Its own failure is its caller's alone. */
  private boolean runs(Waiting<?> waiting, Connection open, Statement statement)
      throws SQLException {
    statement.execute("SAVEPOINT work");
    try {
      waiting.run(open);
    } catch (Throwable e) {
      if (e instanceof SQLException failure
          && StoreUnavailable.of(sqlite.folder(), failure).isPresent()) {
        throw failure;
      }
      statement.execute("ROLLBACK TO SAVEPOINT work");
      statement.execute("RELEASE SAVEPOINT work");
      waiting.failed(e instanceof SQLException failure ? refusal(failure) : e);
      return false;
    }
    statement.execute("RELEASE SAVEPOINT work");
    return true;
  }

  private RuntimeException refusal(Throwable failure) {
    return switch (failure) {
      case SQLException sql -> Database.refusal(sqlite.folder(), sql);
      case RuntimeException e -> e;
      default -> new IllegalStateException("the committer met " + failure, failure);
    };
  }

  private Connection connected() throws SQLException {
    Connection open = connection;
    if (open == null) {
      open = sqlite.writer();
    }
    connection = open;
    return open;
  }

  /** Lets the connection go, and with it a transaction that was not committed. */
  private void disconnect() {
    Connection open = connection;
    connection = null;
    try {
      if (open != null) {
        open.close();
      }
    } catch (SQLException e) {
      // What was answered is on the disk already; the next start reads the log.
    }
  }

  /**
   * Empties the log after an erasure and answers those who wait for that. Where someone reads from
   * the log it is tried again soon, for as long as it takes; those who wait are told after a while.
   */
  private void wipe() {
    boolean wiped = false;
    try {
      Connection open = connected();
      wiped = Sqlite.emptyLog(open, WIPE_WAIT_MILLIS);
    } catch (SQLException e) {
      disconnect();
    }
    wipedAt = System.nanoTime();
    toWipe = !wiped;
    if (wiped) {
      Waiting.committed(wiping);
      wiping.clear();
    } else if (since(wipeAsked).compareTo(WIPE_PATIENCE) > 0) {
      wiping.forEach(waiting -> waiting.failed(StoreUnavailable.lingers()));
      wiping.clear();
    }
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }

  private void refuseTheRest() {
    List<Waiting<?>> left = new ArrayList<>();
    queue.drainTo(left);
    left.forEach(waiting -> waiting.failed(StoreUnavailable.closed()));
  }

  /** Finishes what is queued, then stops. */
  @Override
  public void close() {
    closing = true;
    thread.interrupt();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
