package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
  void a_step_that_nobody_coaches_is_wrong_use() {
    assertThat(run("desk-side-slouch.json", "juggling")).isEqualTo(2);

    assertThat(commands.err()).contains("no coach for 'juggling'");
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
