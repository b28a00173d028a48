package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Traces that the pose model wrote of rendered bodies; what is true of them stands in them. */
class CoachCommandTest {

  private static final Path TRACES = Path.of("src/test/resources/traces");

  @TempDir Path place;

  private final Commands commands = new Commands();

  @Test
  void the_one_hold_of_a_trace_is_found_with_its_side_and_within_half_a_second()
      throws IOException {
    assertThat(run("thread-the-needle-side-right.json", "thread-the-needle", "--json")).isZero();

    List<JsonNode> events = events();
    assertThat(events)
        .extracting(event -> event.get("event").asText())
        .containsExactly("ready", "hold-start", "hold-end");
    assertThat(events.get(1).get("side").asText()).isEqualTo("right");
    assertThat(events.get(1).get("t").asDouble()).isCloseTo(4300, within(500.0));
    assertThat(events.get(2).get("t").asDouble()).isCloseTo(24300, within(500.0));
  }

  @Test
  void a_slump_at_the_desk_is_told_once() throws IOException {
    assertThat(run("desk-side-slouch.json", "desk", "--json")).isZero();

    assertThat(events())
        .singleElement()
        .satisfies(event -> assertThat(event.get("event").asText()).isEqualTo("slouch"));
  }

  @Test
  void what_is_done_in_a_trace_of_something_else_gets_no_credit() {
    assertThat(run("desk-side-slouch.json", "thread-the-needle")).isZero();
    assertThat(run("thread-the-needle-side-right.json", "desk")).isZero();

    assertThat(commands.out()).isEmpty();
  }

  @Test
  void for_people_each_event_is_a_line_with_its_second() {
    run("thread-the-needle-side-right.json", "thread-the-needle");

    assertThat(commands.out()).contains("3.9 s  hold-start right");
  }

  @Test
  void every_fault_of_a_broken_trace_is_told_with_its_place() throws IOException {
    Path broken =
        Files.writeString(
            place.resolve("broken.json"),
            """
            {"width": 0, "height": 480, "frames": [
              {"t": -5, "landmarks": null},
              {"t": 100, "landmarks": [[0.5, 0.5, 0, 1]]},
              {"t": 200, "landmarks": [["a", 0.5, 0]]},
              {"landmarks": null}
            ]}
            """);

    assertThat(commands.run("coach", broken.toString(), "--step", "desk")).isEqualTo(1);

    assertThat(commands.err().lines())
        .containsExactly(
            broken + ":1: width: must be from 1 to 100000, got 0",
            broken + ":2: frames[0].t: must be from 0 to 86400000, got -5",
            broken + ":3: frames[1].landmarks: must be 33 points or null, got 1 points",
            broken + ":4: frames[2].landmarks[0][0]: must be a number, is a text",
            broken + ":4: frames[2].landmarks[0]: must be x, y, z and visibility, got 3 numbers",
            broken + ":5: frames[3].t: 't' is missing");
    assertThat(commands.out()).isEmpty();
  }

  @Test
  void times_that_go_back_and_nulls_are_told_where_they_stand() throws IOException {
    Path back =
        written(
            """
            {"width": 640, "height": 480, "frames": [
              {"t": 100, "landmarks": null},
              {"t": 100, "landmarks": null},
              {"t": 40.5, "landmarks": [null]},
              null
            ]}
            """);
    assertThat(commands.run("coach", back.toString(), "--step", "rolled-towel")).isEqualTo(1);
    assertThat(commands.err().lines())
        .containsExactly(
            back + ":3: frames[1].t: must be after the frame before, at 100, got 100",
            back + ":4: frames[2].t: must be after the frame before, at 100, got 40.5",
            back + ":4: frames[2].landmarks[0]: must be a list, is nothing",
            back + ":5: frames[3]: must be an object, is nothing");
  }

  @Test
  void a_number_that_is_none_is_told_with_its_line() throws IOException {
    Path none = written("{\"width\": 640, \"height\": 480,\n \"frames\": [{\"t\": NaN}]}");
    assertThat(commands.run("coach", none.toString(), "--step", "desk")).isEqualTo(1);
    assertThat(commands.err())
        .isEqualToIgnoringNewLines(none + ":2: is not well formed: Non-standard token 'NaN'");
  }

  @Test
  void a_file_that_is_far_too_large_is_not_read() throws IOException {
    Path huge = place.resolve("huge.json");
    try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
      file.setLength(1L << 40);
    }

    assertThat(commands.run("coach", huge.toString(), "--step", "desk")).isEqualTo(1);

    assertThat(commands.err())
        .contains(huge + ":0: must be at most 7340032 bytes, has 1099511627776");
  }

  @Test
  void a_trace_of_another_step_is_watched_all_the_same_and_that_is_noted() {
    assertThat(run("thread-the-needle-side-right.json", "rolled-towel")).isZero();

    assertThat(commands.err())
        .contains("says that it shows thread-the-needle; it is watched for rolled-towel");
    assertThat(commands.out()).isEmpty();
  }

  @Test
  void lying_over_a_rolled_towel_is_found_from_when_they_are_still_until_they_get_up()
      throws IOException {
    Path towel = written(lyingFromSecond(5, 40, 45));

    assertThat(commands.run("coach", towel.toString(), "--step", "rolled-towel", "--json"))
        .isZero();

    assertThat(events())
        .extracting(event -> event.get("event").asText() + " " + event.get("t").asInt() / 1000)
        .containsExactly("ready 6", "hold-start 6", "hold-end 39");
    assertThat(commands.err()).isEmpty();
  }

  @Test
  void a_step_that_nobody_coaches_is_wrong_use() {
    assertThat(run("desk-side-slouch.json", "juggling")).isEqualTo(2);

    assertThat(commands.err()).contains("no coach for 'juggling'");
  }

  private Path written(String text) throws IOException {
    return Files.writeString(place.resolve("trace.json"), text);
  }

  /** Somebody who sits with bent knees, lies back and sits up again, ten frames a second. */
  private static String lyingFromSecond(int down, int up, int end) {
    StringJoiner frames = new StringJoiner(",\n");
    for (int i = 0; i < end * 10; i++) {
      boolean lies = i >= down * 10 && i < up * 10;
      double[][] joints = {
        lies ? new double[] {0.84, 0.8} : new double[] {0.55, 0.35}, // ear
        lies ? new double[] {0.75, 0.8} : new double[] {0.54, 0.5}, // shoulder
        {0.5, 0.8}, // hip
        {0.4, 0.6}, // knee
        {0.32, 0.8} // ankle
      };
      StringJoiner points = new StringJoiner(",");
      for (int point = 0; point < 33; point++) {
        int joint = point < 11 ? 0 : point < 23 ? 1 : point < 25 ? 2 : point < 27 ? 3 : 4;
        points.add("[" + joints[joint][0] + "," + joints[joint][1] + ",0,0.99]");
      }
      frames.add("{\"t\":" + i * 100 + ",\"landmarks\":[" + points + "]}");
    }
    return "{\"step\":\"rolled-towel\",\"width\":640,\"height\":480,\"frames\":[" + frames + "]}";
  }

  private int run(String trace, String step, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("coach", TRACES.resolve(trace).toString(), "--step", step));
    arguments.addAll(List.of(more));
    return commands.run(arguments.toArray(String[]::new));
  }

  private List<JsonNode> events() throws IOException {
    List<JsonNode> events = new ArrayList<>();
    for (String line : commands.out().lines().toList()) {
      events.add(new ObjectMapper().readTree(line));
    }
    return events;
  }
}
