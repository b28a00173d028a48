package org.counterpose.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ManyWritersTest extends OnOneStore {

  @Test
  void work_that_waits_together_shares_one_commit() throws Exception {
    UUID id = begun();
    try (Held held = new Held()) {
      long before = database.commits();
      List<Future<?>> writers = held.meanwhile(100, () -> journals.append(id, List.of(line())));
      held.letGo();
      for (Future<?> writer : writers) {
        writer.get();
      }

      assertThat(database.commits() - before).isLessThanOrEqualTo(2);
      assertThat(journals.summary(id).orElseThrow().entries()).isEqualTo(101);
    }
  }

  @Test
  void nobody_is_answered_before_the_commit() throws Exception {
    UUID id = begun();
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newFixedThreadPool(2);
        Held held = new Held()) {
      int before = database.waiting();
      Future<?> first = threads.submit(() -> journals.append(id, List.of(line())));
      Future<?> slow =
          threads.submit(
              () ->
                  database.write(
                      connection -> {
                        running.countDown();
                        await(go);
                        return true;
                      }));
      awaitWaiting(before + 2);
      held.letGo();
      running.await();

      assertThat(first.isDone() && journals.summary(id).orElseThrow().entries() == 1).isFalse();
      go.countDown();
      first.get();
      slow.get();
      assertThat(journals.summary(id).orElseThrow().entries()).isEqualTo(2);
    }
  }

  @Test
  void the_failure_of_one_is_its_own_and_leaves_nothing_behind() throws Exception {
    UUID id = begun();
    List<Future<?>> good = new ArrayList<>();
    List<Future<?>> bad = new ArrayList<>();
    try (Held held = new Held()) {
      for (int i = 0; i < 20; i++) {
        good.addAll(held.meanwhile(1, () -> journals.append(id, List.of(line()))));
        bad.addAll(
            held.meanwhile(
                1,
                () ->
                    database.write(
                        connection -> {
                          execute(connection, "DELETE FROM journal_entry");
                          throw new IllegalStateException("changed my mind");
                        })));
        bad.addAll(
            held.meanwhile(
                1,
                () ->
                    database.write(
                        connection -> {
                          execute(connection, "UPDATE journal_summary SET entries = 0");
                          execute(connection, "INSERT INTO journal VALUES (NULL, '', 0)");
                          return true;
                        })));
      }
      held.letGo();
      for (Future<?> writer : good) {
        writer.get();
      }
      for (Future<?> writer : bad) {
        assertThatThrownBy(writer::get).rootCause().isInstanceOf(Exception.class);
      }
    }

    assertThat(journals.find(id).orElseThrow().lines()).hasSize(21);
    assertThat(journals.summary(id).orElseThrow().entries()).isEqualTo(21);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void entries_sent_twice_by_racing_devices_are_there_once_and_each_is_told_truly(long seed)
      throws Exception {
    Random random = new Random(seed);
    List<UUID> ids = List.of(begun(), begun(), begun());
    List<Line> lines = Stream.generate(ManyWritersTest::line).limit(300).toList();
    int accepted = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<Appended>> devices = new ArrayList<>();
      for (UUID id : ids) {
        for (int device = 0; device < 8; device++) {
          for (int from = 0; from < lines.size(); from += 30) {
            int first = Math.max(0, from - random.nextInt(30));
            List<Line> batch = lines.subList(first, Math.min(lines.size(), from + 30));
            devices.add(threads.submit(() -> journals.append(id, batch).orElseThrow()));
          }
        }
      }
      for (Future<Appended> device : devices) {
        accepted += device.get().accepted();
      }
    }

    assertThat(accepted).as("seed %s", seed).isEqualTo(3 * lines.size());
    for (UUID id : ids) {
      List<Line> kept = journals.find(id).orElseThrow().lines();
      Set<UUID> once = new HashSet<>(kept.stream().map(Line::id).toList());
      assertThat(kept).hasSize(lines.size() + 1).containsAll(lines);
      assertThat(once).hasSize(kept.size());
      assertThat(journals.summary(id).orElseThrow().entries()).isEqualTo(kept.size());
    }
  }

  @Test
  void every_commit_is_synced_in_full() {
    assertThat(database.<Long>write(connection -> Sqlite.number(connection, "PRAGMA synchronous")))
        .isEqualTo(2);
    assertThat(Files.exists(folder.resolve("counterpose.db-wal"))).isTrue();
  }

  @Test
  void a_reader_sees_one_moment_while_writers_go_on() {
    UUID id = begun();

    database.read(
        connection -> {
          long before = Sqlite.number(connection, "SELECT count(*) FROM journal_entry");
          journals.append(id, List.of(line()));
          assertThat(Sqlite.number(connection, "SELECT count(*) FROM journal_entry"))
              .isEqualTo(before);
          return before;
        });

    assertThat(journals.find(id).orElseThrow().lines()).hasSize(2);
  }

  @Test
  void a_reader_cannot_write() {
    assertThatThrownBy(
            () ->
                database.read(
                    connection -> {
                      execute(connection, "DELETE FROM journal_entry");
                      return true;
                    }))
        .isInstanceOf(StoreUnavailable.class);
  }

  @Test
  void a_write_inside_a_write_is_refused_instead_of_waiting_for_itself() {
    assertThatThrownBy(() -> database.write(connection -> database.write(again -> true)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("inside a write");
  }

  @Test
  void what_was_queued_before_the_end_is_kept_and_what_comes_after_is_refused() throws Exception {
    UUID id = begun();
    try (ExecutorService closer = Executors.newSingleThreadExecutor()) {
      Held held = new Held();
      List<Future<?>> writers = held.meanwhile(50, () -> journals.append(id, List.of(line())));
      Future<?> closing = closer.submit(database::close);
      held.letGo();
      closing.get();
      for (Future<?> writer : writers) {
        writer.get();
      }
      held.close();
    }

    assertThatThrownBy(() -> journals.append(id, List.of(line())))
        .isInstanceOfSatisfying(
            StoreUnavailable.class,
            e -> assertThat(e.reason()).isEqualTo(StoreUnavailable.Reason.CLOSED));
    assertThatThrownBy(() -> journals.find(id)).isInstanceOf(StoreUnavailable.class);
    open();
    assertThat(journals.find(id).orElseThrow().lines()).hasSize(51);
  }

  @Test
  void a_second_process_is_told_who_has_the_folder() {
    assertThatThrownBy(() -> Database.open(folder))
        .isInstanceOfSatisfying(
            StoreUnavailable.class,
            e -> assertThat(e.reason()).isEqualTo(StoreUnavailable.Reason.IN_USE))
        .hasMessageContaining("already in use by another Counterpose");
  }

  private UUID begun() {
    UUID id = UUID.randomUUID();
    journals.begin(new NewJourney(id, new byte[32], START, List.of(line())));
    return id;
  }

  private static Line line() {
    return new Line(UUID.randomUUID(), START, "rated", "{\"pain\":4}");
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void awaitWaiting(int many) {
    while (database.waiting() < many) {
      Thread.onSpinWait();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Holds the committer inside a work, so that what comes meanwhile waits together. */
  private final class Held implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch go = new CountDownLatch(1);

    Held() throws InterruptedException {
      CountDownLatch running = new CountDownLatch(1);
      threads.submit(
          () ->
              database.write(
                  connection -> {
                    running.countDown();
                    await(go);
                    return true;
                  }));
      running.await();
    }

    List<Future<?>> meanwhile(int times, Runnable work) throws InterruptedException {
      List<Future<?>> all = new ArrayList<>();
      int before = database.waiting();
      for (int i = 0; i < times; i++) {
        all.add(threads.submit(work));
      }
      awaitWaiting(before + times);
      return all;
    }

    void letGo() {
      go.countDown();
    }

    @Override
    public void close() {
      go.countDown();
      threads.close();
    }
  }
}
