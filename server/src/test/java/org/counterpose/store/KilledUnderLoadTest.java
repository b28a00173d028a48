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
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.counterpose.app.AnotherJava;
import org.counterpose.store.CalendarCells.Claim;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A second process writes entries and books from many threads, and says each id once the store has
 * said that it is kept; it is killed in the middle, without a word, over and over on the same
 * folder.
 */
class KilledUnderLoadTest {

  private static final UUID JOURNEY = UUID.fromString("00000000-0000-4000-8000-000000000001");

  private static final int CELLS = 6;

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
    Set<UUID> entries = new HashSet<>();
    Set<UUID> visits = new HashSet<>();
    for (int round = 1; round <= rounds; round++) {
      Told told = killedAfter(random.nextInt(1, 400));
      entries.addAll(told.entries());
      visits.addAll(told.visits());

      try (Database database = Database.open(folder)) {
        Journals journals = new SqlJournals(database);
        List<UUID> kept =
            journals.find(JOURNEY).orElseThrow().lines().stream().map(Line::id).toList();
        String where = "round " + round + " of seed " + seed;
        assertThat(told.entries()).as(where).isNotEmpty();
        assertThat(new HashSet<>(kept)).as(where).hasSize(kept.size()).containsAll(entries);
        Map<UUID, Long> cells =
            new SqlAppointments(database)
                .claims(0, Long.MAX_VALUE).stream()
                    .collect(Collectors.groupingBy(Claim::holder, Collectors.counting()));
        assertThat(cells.keySet()).as(where).containsAll(visits);
        assertThat(cells.values()).as(where).allMatch(count -> count == CELLS);
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

  /** What the second process said was kept. */
  private record Told(List<UUID> entries, List<UUID> visits) {}

  /** Starts the writer and kills it that many milliseconds after its first word. */
  private Told killedAfter(int millis) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(AnotherJava.command(Writer.class, folder.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Told told = new Told(new ArrayList<>(), new ArrayList<>());
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
                    // Through its handle, which leaves what it said to be read to the end.
                    process.toHandle().destroyForcibly();
                  });
      while (line != null) {
        // A kill may cut the last line short.
        if (line.length() == 38 && line.endsWith(".")) {
          UUID id = UUID.fromString(line.substring(1, 37));
          (line.startsWith("e") ? told.entries() : told.visits()).add(id);
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
      Appointments appointments = new SqlAppointments(database);
      IntStream.range(0, 12).forEach(i -> forEver(() -> say(out, 'e', append(journals))));
      IntStream.range(0, 4)
          .forEach(i -> forEver(() -> book(appointments).ifPresent(id -> say(out, 'v', id))));
    }

    private static void forEver(Runnable work) {
      Thread.ofPlatform()
          .start(
              () -> {
                while (true) {
                  work.run();
                }
              });
    }

    private static UUID append(Journals journals) {
      Line line = line();
      journals.append(JOURNEY, List.of(line));
      return line.id();
    }

    /** Tries for a place among many; empty where another has it. */
    private static Optional<UUID> book(Appointments appointments) {
      UUID id = UUID.randomUUID();
      long first = ThreadLocalRandom.current().nextLong(10_000);
      NewAppointment appointment =
          new NewAppointment(
              id,
              "token " + id,
              "first-visit",
              new Visit(
                  "lead",
                  Instant.EPOCH,
                  Instant.EPOCH,
                  LongStream.range(first, first + CELLS).boxed().toList()),
              "Sam Stiff",
              "sam@example.org",
              Optional.empty(),
              Optional.empty(),
              Instant.EPOCH);
      BookingKey key = new BookingKey("key " + id, "request", "sealed");
      return appointments.book(key, appointment) instanceof BookingAnswer.Booked
          ? Optional.of(id)
          : Optional.empty();
    }

    private static void say(PrintStream out, char kind, UUID id) {
      try {
        out.write((kind + id.toString() + ".\n").getBytes(StandardCharsets.US_ASCII));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static Line line() {
      return new Line(UUID.randomUUID(), Instant.EPOCH, "rated", "{\"pain\":4}");
    }
  }
}
