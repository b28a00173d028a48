package org.counterpose.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Looks into the bytes of every file of the data folder, while the database is open. Journals grow
 * side by side, so that pages split and what is in them moves about.
 */
class ErasureLeavesNothingTest {

  private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void nothing_of_an_erased_journal_is_in_any_file(long seed) throws IOException {
    Random random = new Random(seed);
    try (Database database = Database.open(folder)) {
      Journals journals = new SqlJournals(database);
      List<UUID> ids = Stream.generate(() -> uuid(random)).limit(40).toList();
      ids.forEach(
          id -> journals.begin(new NewJourney(id, hash(id), START, List.of(line(id, random)))));
      for (int i = 0; i < 400; i++) {
        UUID id = ids.get(random.nextInt(ids.size()));
        List<Line> lines = new ArrayList<>();
        for (int n = random.nextInt(12); n >= 0; n--) {
          lines.add(line(id, random));
        }
        journals.append(id, lines);
      }
      for (UUID erased : ids.subList(0, 20)) {
        List<String> traces = new ArrayList<>(List.of(marker(erased), erased.toString()));
        journals
            .find(erased)
            .orElseThrow()
            .lines()
            .forEach(line -> traces.add(line.id().toString()));

        journals.erase(erased);

        assertThat(found(traces)).as("seed %s", seed).isEmpty();
      }
      UUID kept = ids.getLast();
      assertThat(found(List.of(marker(kept)))).isNotEmpty();
      assertThat(journals.find(kept)).isPresent();
    }
  }

  @Test
  void nothing_of_a_visit_that_the_journal_went_along_to_is_in_any_file() throws IOException {
    Random random = new Random(4);
    try (Database database = Database.open(folder)) {
      Journals journals = new SqlJournals(database);
      UUID id = uuid(random);
      journals.begin(new NewJourney(id, hash(id), START, List.of(line(id, random))));
      new SqlAppointments(database)
          .book(
              new BookingKey("key", "request", "sealed"),
              new NewAppointment(
                  uuid(random),
                  "token",
                  "first-visit",
                  new Visit("lead", START, START.plusSeconds(600), List.of(1L, 2L)),
                  "Sam Stiff",
                  "sam@person.example",
                  Optional.of(id),
                  Optional.of("what went along"),
                  START));
      List<String> traces = List.of("Sam Stiff", "sam@person.example", "what went along");
      assertThat(found(traces)).isNotEmpty();

      journals.erase(id);

      assertThat(found(traces)).isEmpty();
    }
  }

  private List<String> found(List<String> traces) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String bytes = new String(Files.readAllBytes(file), ISO_8859_1);
        traces.stream()
            .filter(bytes::contains)
            .forEach(trace -> found.add(trace + " in " + file.getFileName()));
      }
    }
    return found;
  }

  private static String marker(UUID journal) {
    return "told-by-" + Long.toHexString(journal.getLeastSignificantBits());
  }

  private static byte[] hash(UUID id) {
    return id.toString().getBytes(ISO_8859_1);
  }

  private static Line line(UUID journal, Random random) {
    return new Line(
        uuid(random),
        START.plusSeconds(random.nextInt(2_000_000)),
        "rated",
        "{\"note\":\"" + marker(journal) + "x".repeat(random.nextInt(600)) + "\"}");
  }

  private static UUID uuid(Random random) {
    return new UUID(random.nextLong(), random.nextLong());
  }
}
