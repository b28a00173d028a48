package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import org.counterpose.document.Problems;
import org.counterpose.journeys.Begun;
import org.counterpose.journeys.Journey;
import org.counterpose.journeys.Journeys;
import org.counterpose.library.Library;
import org.counterpose.plan.Today.PlannedStep;
import org.counterpose.programme.Programme;
import org.counterpose.store.Database;
import org.counterpose.store.SqlJournals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A programme begun with one command. */
class NewProgrammeCommandTest {

  private static final ZonedDateTime MONDAY =
      ZonedDateTime.of(2026, 11, 23, 9, 0, 0, 0, ZoneId.of("Europe/Berlin"));

  @TempDir private Path temporary = Path.of("");
  private final Commands commands = new Commands();

  @Test
  void it_passes_the_check_as_it_is_written() {
    assertThat(begin("stiff-wrists")).isZero();

    assertThat(commands.out()).contains("./run check " + temporary.resolve("stiff-wrists"));
    Commands check = new Commands();
    assertThat(check.run("check", temporary.toString())).isZero();
    assertThat(check.out()).isEmpty();
    assertThat(check.err()).isEqualTo("1 pack checked, no problem\n");
  }

  @Test
  void somebody_can_begin_a_trial_with_it() {
    begin("stiff-wrists");
    Library library = Library.load(temporary, new Problems()).orElseThrow();
    Programme programme = library.programme("stiff-wrists").orElseThrow();
    MadeUpPerson person = MadeUpPerson.of(programme, MONDAY.getZone(), new Random(1));

    try (Database database = Database.open(temporary.resolve("data"))) {
      Journeys journeys =
          new Journeys(
              library,
              new SqlJournals(database),
              InstantSource.fixed(MONDAY.toInstant()),
              new SecureRandom());
      Begun begun = journeys.begin(programme, person.answers(), person.routine());

      assertThat(begun).isInstanceOf(Begun.Started.class);
      Journey journey = ((Begun.Started) begun).journey();
      List<String> steps =
          journey.today(MONDAY.toInstant()).steps().stream().map(PlannedStep::step).toList();
      assertThat(steps).contains("sit-tall", "bow");
    }
    assertThat(library.movingFigure("stiff-wrists", "bow-to-left")).isPresent();
  }

  @Test
  void what_is_there_already_is_left_alone() throws Exception {
    begin("wrists");
    Path texts = temporary.resolve("wrists/texts/en/steps.md");
    Files.writeString(texts, "mine");

    assertThat(begin("wrists")).isEqualTo(2);
    assertThat(commands.err()).contains("There is something at").contains("wrists already.");
    assertThat(texts).hasContent("mine");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Wrists", "../wrists", "stiff wrists", "wrists-", "wrists/texts"})
  void a_name_that_could_not_be_an_id_is_wrong_use(String id) {
    assertThat(begin(id)).isEqualTo(2);
    assertThat(commands.err()).contains("lower-case words joined by hyphens");
    assertThat(temporary).isEmptyDirectory();
  }

  private int begin(String id) {
    return commands.run("new-programme", id, "--in", temporary.toString());
  }
}
