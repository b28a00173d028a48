package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerdictCommandTest {

  @TempDir private Path temporary = Path.of("");
  private final Commands commands = new Commands();

  @Test
  void pain_and_stiffness_are_judged_each_by_itself() throws IOException {
    Path diary =
        diary("date,pain,stiffness", 21, day -> (day < 8 ? 7 - day % 2 : 2) + "," + (4 + day % 2));

    assertThat(commands.run("verdict", diary.toString())).isZero();
    assertThat(commands.out())
        .startsWith("Better, by about ")
        .contains(" Stiffness, judged by itself, shows no clear change: about ")
        .endsWith(" on 21 of 21 days.\n");

    JsonNode verdict = json(diary);
    assertThat(verdict.get("verdict").asText()).isEqualTo("BETTER");
    JsonNode stiffness = verdict.get("stiffness");
    assertThat(stiffness.get("verdict").asText()).isEqualTo("NO_CLEAR_CHANGE");
    assertThat(stiffness.get("daysUsed").asInt()).isEqualTo(21);
    assertThat(stiffness.get("withoutProgramme").isNull()).isTrue();
    assertThat(stiffness.fieldNames())
        .toIterable()
        .allMatch(verdict::has)
        .hasSize(verdict.size() - 2);
  }

  @Test
  void stiffness_that_was_never_rated_is_null_and_not_told() throws IOException {
    Path diary = diary("date,pain", 21, day -> "5");

    assertThat(json(diary).get("stiffness").isNull()).isTrue();
    commands.run("verdict", diary.toString());
    assertThat(commands.out()).doesNotContain("tiffness");
  }

  @Test
  void stiffness_on_few_days_and_before_the_end_says_so() throws IOException {
    commands.run(
        "verdict",
        diary("date,pain,stiffness", 21, day -> "5,4".substring(0, day < 3 ? 3 : 1)).toString());
    assertThat(commands.out())
        .contains("Stiffness, judged by itself, has too few rated days to tell: 2 of 21.");

    commands.run("verdict", diary("date,pain,stiffness", 15, day -> "5,4").toString());
    assertThat(commands.out()).contains("Stiffness, by itself, so far: about no change, and");
  }

  @Test
  void half_points_are_judged_as_such() throws IOException {
    Path halves = diary("date,pain", 21, day -> day == 4 ? "6.5" : "6");
    String told = "The diary has half points, and it was judged in half points.";

    assertThat(json(halves).get("step").asDouble()).isEqualTo(0.5);
    commands.run("verdict", halves.toString());
    assertThat(commands.out()).contains(told);

    Commands other = new Commands();
    Path whole = diary("date,pain", 21, day -> "6.0");
    assertThat(json(whole).get("step").asDouble()).isEqualTo(1);
    other.run("verdict", whole.toString());
    assertThat(other.out()).isNotEmpty().doesNotContain("half");
  }

  @Test
  void days_after_the_last_count_for_nothing() throws IOException {
    Path longer = diary("date,pain", 40, day -> day < 29 ? String.valueOf(3 + day % 3) : "9.5");
    Path trial = diary("date,pain", 28, day -> String.valueOf(3 + day % 3));

    commands.run("verdict", longer.toString());
    assertThat(commands.out())
        .endsWith("The diary goes on to day 40. Days after day 28 count for nothing.\n");
    JsonNode verdict = json(longer);
    assertThat(verdict.get("estimate")).isEqualTo(json(trial).get("estimate"));
    assertThat(verdict.get("step").asDouble()).isEqualTo(1);
    assertThat(verdict.get("daysOf").asInt()).isEqualTo(28);
  }

  @Test
  void faults_of_all_files_are_told_at_once_and_nothing_is_judged() throws IOException {
    Path good = diary("date,pain", 21, day -> "5");
    Path comma = write("date,pain\n2026-11-01,6,5\n2026-11-01,x\n");
    Path missing = temporary.resolve("missing.csv");

    assertThat(commands.run("verdict", good.toString(), comma.toString(), missing.toString()))
        .isEqualTo(1);
    assertThat(commands.out()).isEmpty();
    assertThat(commands.err().lines())
        .hasSize(4)
        .anyMatch(line -> line.startsWith(comma + ":2: the heading names 2 columns, got 3 cells"))
        .anyMatch(line -> line.startsWith(comma + ":3: pain: must be a number"))
        .anyMatch(line -> line.startsWith(comma + ":3: date: 2026-11-01 is there twice"))
        .anyMatch(line -> line.equals(missing + ":0: there is no such file"));
  }

  @Test
  void beyond_25_faults_of_a_file_the_rest_is_counted() throws IOException {
    Path bad = diary("date,pain", 60, day -> "x");
    Path alsoBad = write("date,pain\n");

    assertThat(commands.run("verdict", bad.toString(), alsoBad.toString())).isEqualTo(1);
    assertThat(commands.err().lines())
        .hasSize(27)
        .element(25)
        .isEqualTo(bad + ":27: and 35 more faults from here on");
    assertThat(commands.err().lines()).last().asString().startsWith(alsoBad + ":1: ");
  }

  @Test
  void more_faults_than_are_kept_are_counted_too() throws IOException {
    Path bad = write("date,pain\n" + "x\n".repeat(5000));

    assertThat(commands.run("verdict", bad.toString())).isEqualTo(1);
    assertThat(commands.err()).endsWith(":27: and 4975 more faults from here on\n");
  }

  private JsonNode json(Path diary) throws IOException {
    Commands asked = new Commands();
    assertThat(asked.run("verdict", diary.toString(), "--json")).as(asked.err()).isZero();
    return new ObjectMapper().readTree(asked.out());
  }

  private Path diary(String heading, int days, IntFunction<String> cells) throws IOException {
    StringBuilder text = new StringBuilder(heading + "\n");
    for (int day = 1; day <= days; day++) {
      text.append(LocalDate.of(2026, 11, 1).plusDays(day - 1L))
          .append(',')
          .append(cells.apply(day))
          .append('\n');
    }
    return write(text.toString());
  }

  private Path write(String text) throws IOException {
    return Files.writeString(Files.createTempFile(temporary, "diary", ".csv"), text);
  }
}
