package org.counterpose.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.counterpose.app.AnotherJava;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Counts, where strace is at hand, the syncs that a second process asks of the system. */
class SyncedCommitsTest {

  private static final int THREADS = 16;
  private static final int EACH = 40;

  @TempDir Path place;

  @Test
  @Timeout(60)
  void every_commit_asks_the_system_for_a_sync_and_many_entries_share_one() throws Exception {
    assumeTrue(canTrace(), "this machine does not let the tests trace");
    Path calls = place.resolve("calls");
    List<String> traced =
        new ArrayList<>(
            List.of("strace", "-f", "-o", calls.toString(), "-e", "trace=fsync,fdatasync"));
    traced.addAll(AnotherJava.command(Writer.class, place.resolve("data").toString()));
    Process process =
        new ProcessBuilder(traced).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    long commits = Long.parseLong(process.inputReader().readLine());
    process.waitFor();
    long syncs = Files.readAllLines(calls).stream().filter(line -> line.contains("sync(")).count();

    assertThat(syncs).isGreaterThanOrEqualTo(commits);
    assertThat(commits).isLessThan(THREADS * EACH / 2);
  }

  private boolean canTrace() throws InterruptedException {
    try {
      return new ProcessBuilder("strace", "-o", place.resolve("try").toString(), "true")
              .redirectErrorStream(true)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** The second process: writes, and says how many transactions that took. */
  static final class Writer {

    private Writer() {}

    public static void main(String[] arguments) throws InterruptedException {
      try (Database database = Database.open(Path.of(arguments[0]))) {
        Journals journals = new SqlJournals(database);
        UUID journey = UUID.randomUUID();
        journals.begin(new NewJourney(journey, new byte[32], Instant.EPOCH, List.of(line())));
        List<Thread> threads =
            IntStream.range(0, THREADS)
                .mapToObj(
                    thread ->
                        Thread.ofPlatform()
                            .start(
                                () -> {
                                  for (int i = 0; i < EACH; i++) {
                                    journals.append(journey, List.of(line()));
                                  }
                                }))
                .toList();
        for (Thread thread : threads) {
          thread.join();
        }
        System.out.println(database.commits());
      }
    }

    private static Line line() {
      return new Line(UUID.randomUUID(), Instant.EPOCH, "rated", "{\"pain\":4}");
    }
  }
}
