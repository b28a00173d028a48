package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulateCommandTest {

  @TempDir Path place;

  private final Commands commands = new Commands();

  @Test
  void the_same_numbers_give_the_same_output_and_another_seed_another() {
    String once = said("--people", "200", "--seed", "7", "--json");

    assertThat(said("--people", "200", "--seed", "7", "--json")).isEqualTo(once);
    assertThat(said("--people", "200", "--seed", "8", "--json")).isNotEqualTo(once);
  }

  @Test
  void an_effect_gives_more_better_and_a_rising_drift_more_worse() throws IOException {
    JsonNode none = read("--people", "400");
    JsonNode effect = read("--people", "400", "--effect", "4");
    JsonNode rising = read("--people", "400", "--drift", "3");

    assertThat(answer(none, "BETTER")).isLessThan(0.05);
    assertThat(answer(effect, "BETTER")).isGreaterThan(0.7);
    assertThat(answer(rising, "WORSE")).isGreaterThan(0.7);
    assertThat(effect.get("trueChange").asDouble()).isBetween(2.9, 3.12);
    assertThat(rising.get("trueChange").asDouble()).isBetween(-2.34, -2.1);
  }

  @Test
  void drift_and_effect_add_up_and_shares_to_one() throws IOException {
    JsonNode both = read("--people", "300", "--drift", "-1", "--effect", "1");
    JsonNode one = read("--people", "300", "--effect", "2");

    assertThat(both.get("verdicts")).isEqualTo(one.get("verdicts"));
    for (String when : new String[] {"verdicts", "onDay21", "onDay28"}) {
      double sum = 0;
      for (JsonNode share : both.get(when)) {
        sum += share.asDouble();
      }
      assertThat(sum).isBetween(0.999, 1.001);
    }
  }

  @Test
  void a_flare_misleads_the_first_and_last_day_and_this_model_little() throws IOException {
    JsonNode flare = read("--people", "500", "--flare").get("calledBetterOnDay28");

    assertThat(flare.get("last-day-against-first").asDouble()).isGreaterThan(0.3);
    assertThat(flare.get("thisModel").asDouble()).isLessThan(0.05);
  }

  @Test
  void the_text_has_a_line_for_each_answer() {
    assertThat(said("--people", "50"))
        .contains("50 people, seed 20261126", "BETTER", "NO_CLEAR_CHANGE", "WORSE", "NOT_ENOUGH");
  }

  @Test
  void a_document_gets_its_table_and_its_plots_and_keeps_the_rest() throws IOException {
    Path document = place.resolve("method.md");
    Files.writeString(
        document, "before\n<!-- measured: begin -->\nstale line\n<!-- measured: end -->\nafter\n");
    commands.run("simulate", "--people", "20", "--method", document.toString());

    assertThat(Files.readString(document))
        .startsWith("before\n<!-- measured: begin -->\n")
        .endsWith("<!-- measured: end -->\nafter\n")
        .contains("| stable, ordinary entry |")
        .doesNotContain("stale line");
    try (Stream<Path> plots = Files.list(place.resolve("method"))) {
      assertThat(plots.map(plot -> plot.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "better-by-relief.svg",
              "answers-by-relief.svg",
              "coverage-by-relief.svg",
              "frontier.svg");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--people 0 | --people is a number from 1 to 10000000, got 0",
        "--people 99999999 | --people is a number from 1 to 10000000, got 99999999",
        "--drift 11 | --drift is a number from -10 to 10, got 11.0",
        "--effect NaN | --effect is a number from -10 to 10, got NaN",
        "--seed x | Invalid value for option '--seed'",
        "--method no-such.md | no-such.md cannot be read",
        "--method no-such.md --flare | --method goes with --people and --seed"
      })
  void wrong_use_is_told_in_one_line(String arguments, String told) {
    assertThat(
            commands.run(
                Stream.concat(Stream.of("simulate"), Stream.of(arguments.split(" ")))
                    .toArray(String[]::new)))
        .isEqualTo(2);
    assertThat(commands.err()).contains(told).hasLineCount(1);
  }

  private static double answer(JsonNode of, String answer) {
    return of.get("verdicts").get(answer).asDouble();
  }

  private static JsonNode read(String... arguments) throws IOException {
    return new ObjectMapper()
        .readTree(
            said(Stream.concat(Stream.of(arguments), Stream.of("--json")).toArray(String[]::new)));
  }

  private static String said(String... arguments) {
    Commands commands = new Commands();
    assertThat(
            commands.run(
                Stream.concat(Stream.of("simulate"), Stream.of(arguments)).toArray(String[]::new)))
        .isZero();
    return commands.out();
  }
}
