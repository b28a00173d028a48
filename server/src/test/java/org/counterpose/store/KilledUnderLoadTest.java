package org.counterpose.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A second process writes from many threads and says each entry's id once the store has said that
 * it is kept; it is killed in the middle, without a word, over and over on the same folder.
 */
class KilledUnderLoadTest {

  private static final UUID JOURNEY = UUID.fromString("00000000-0000-4000-8000-000000000001");

  @TempDir Path folder;

  @Test
  @Timeout(120)
  void nothing_acknowledged_is_lost_or_doubled_by_three_kills() throws Exception {
    survives(3, 11);
  }

  @Test
  @Tag("slow")
  @Timeout(900)
  void nothing_acknowledged_is_lost_or_doubled_by_fifty_kills() throws Exception {
    survives(50, 12);
  }

  private void survives(int rounds, long seed) throws Exception {
    Random random = new Random(seed);
    Set<UUID> acknowledged = new HashSet<>();
    for (int round = 1; round <= rounds; round++) {
      List<UUID> told = killedAfter(random.nextInt(1, 400));
      acknowledged.addAll(told);

      try (Database database = Database.open(folder)) {
        Journals journals = new SqlJournals(database);
        List<UUID> kept =
            journals.find(JOURNEY).orElseThrow().lines().stream().map(Line::id).toList();
        String where = "round " + round + " of seed " + seed;
        assertThat(told).as(where).isNotEmpty();
        assertThat(new HashSet<>(kept)).as(where).hasSize(kept.size()).containsAll(acknowledged);
        assertThat(journals.summary(JOURNEY).orElseThrow().entries())
            .as(where)
            .isEqualTo(kept.size());
        assertThat(
                database.<Long>read(
                    connection ->
                        Sqlite.number(
                            connection,
                            "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'")))
            .as(where)
            .isEqualTo(1);
      }
    }
  }

  /** Starts the writer and kills it that many milliseconds after its first word. */
  private List<UUID> killedAfter(int millis) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<UUID> told = new ArrayList<>();
    try (BufferedReader lines = process.inputReader()) {
      String line = lines.readLine();
      Thread killer =
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      Thread.sleep(millis);
                    } catch (InterruptedException e) {
                      // Then it is killed sooner.
                    }
                    process.destroyForcibly();
                  });
      while (line != null) {
        // A kill may cut the last line short.
        if (line.length() == 37 && line.endsWith(".")) {
          told.add(UUID.fromString(line.substring(0, 36)));
        }
        line = lines.readLine();
      }
      killer.join();
    } finally {
      process.destroyForcibly().waitFor();
    }
    return told;
  }

  /** The second process. */
  static final class Writer {

    private Writer() {}

    public static void main(String[] arguments) {
      Database database = Database.open(Path.of(arguments[0]));
      Journals journals = new SqlJournals(database);
      if (journals.find(JOURNEY).isEmpty()) {
        journals.begin(new NewJourney(JOURNEY, new byte[32], Instant.EPOCH, List.of(line())));
      }
      PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out));
      IntStream.range(0, 16)
          .forEach(thread -> Thread.ofPlatform().start(() -> write(journals, out)));
    }

    private static void write(Journals journals, PrintStream out) {
      while (true) {
        Line line = line();
        journals.append(JOURNEY, List.of(line));
        try {
          out.write((line.id() + ".\n").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }

    private static Line line() {
      return new Line(UUID.randomUUID(), Instant.EPOCH, "rated", "{\"pain\":4}");
    }
  }
}
