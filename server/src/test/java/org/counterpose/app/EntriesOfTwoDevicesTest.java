package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two devices of one person that were both without a network. */
class EntriesOfTwoDevicesTest {

  private static final OffsetDateTime MORNING = OffsetDateTime.parse("2026-11-23T08:00:00-05:00");

  private final SettableClock clock = SettableClock.at("2026-11-23T12:15:00Z");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8})
  void however_they_send_what_waited_the_journal_and_the_day_end_the_same(long seed) {
    List<List<Waiting>> devices = List.of(made(new Random(seed)), made(new Random(-seed)));
    clock.set(MORNING.plusHours(14).toInstant());

    Ended one = ended("one", devices, new Random(seed + 100));
    Ended other = ended("other", devices, new Random(seed + 200));

    List<String> each = devices.stream().flatMap(List::stream).map(Waiting::id).sorted().toList();
    assertThat(one.ids()).isEqualTo(each);
    assertThat(other.ids()).isEqualTo(each);
    assertThat(one.today()).isEqualTo(other.today());
  }

  /** An entry on a device. */
  private record Waiting(String id, String json) {}

  /** How it stands at the clinic when all was sent. */
  private record Ended(List<String> ids, JsonNode today) {}

  private static List<Waiting> made(Random random) {
    return IntStream.range(0, 12)
        .mapToObj(
            number -> {
              String id = new UUID(random.nextLong(), random.nextLong()).toString();
              String at = MORNING.plusMinutes(random.nextInt(13 * 60)).toString();
              return new Waiting(
                  id, "{\"id\":\"%s\",\"at\":\"%s\",%s}".formatted(id, at, something(random)));
            })
        .toList();
  }

  private static String something(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> "\"type\":\"rated\",\"pain\":%d".formatted(random.nextInt(4));
      case 1 -> "\"type\":\"session-done\",\"step\":\"rolled-towel\",\"seconds\":300";
      case 2 -> "\"type\":\"session-done\",\"step\":\"change-position\",\"seconds\":60";
      case 3 -> "\"type\":\"session-stopped\",\"step\":\"rolled-towel\",\"why\":\"time\"";
      case 4 -> "\"type\":\"wear-started\",\"step\":\"posture-band\"";
      default ->
          "\"type\":\"worn\",\"step\":\"posture-band\",\"seconds\":%d"
              .formatted(60 + random.nextInt(1800));
    };
  }

  /** A clinic to which both send, in turn by chance, some at a time, some again and again. */
  private Ended ended(String clinic, List<List<Waiting>> devices, Random random) {
    SettableClock began = SettableClock.at("2026-11-23T12:15:00Z");
    try (Served served = Served.in(folder.resolve(clinic), began)) {
      OnTrial person = OnTrial.begun(served);
      began.set(clock.instant());
      List<List<Waiting>> left = devices.stream().<List<Waiting>>map(ArrayList::new).toList();
      while (left.stream().anyMatch(waiting -> !waiting.isEmpty())) {
        List<Waiting> device = left.get(random.nextInt(left.size()));
        if (!device.isEmpty()) {
          Collections.shuffle(device, random);
          List<Waiting> some = List.copyOf(device.subList(0, 1 + random.nextInt(device.size())));
          send(person, some);
          if (random.nextInt(3) > 0) {
            device.removeAll(some); // else the answer was lost, and they go out again
          }
        }
      }
      TreeSet<String> ours = new TreeSet<>();
      devices.forEach(device -> device.forEach(waiting -> ours.add(waiting.id())));
      List<String> ids = new ArrayList<>();
      person.read("/entries").forEach(entry -> ids.add(entry.get("id").asText()));
      return new Ended(
          ids.stream().filter(ours::contains).sorted().toList(), person.read("/today"));
    }
  }

  private static void send(OnTrial person, List<Waiting> some) {
    String batch = "[" + String.join(",", some.stream().map(Waiting::json).toList()) + "]";
    Served.Answer answer =
        person
            .served()
            .send(
                "POST",
                "/entries?trial=" + person.id(),
                batch.getBytes(StandardCharsets.UTF_8),
                "Cookie",
                person.cookie());
    assertThat(answer.status()).as(answer.body()).isEqualTo(204);
  }
}
