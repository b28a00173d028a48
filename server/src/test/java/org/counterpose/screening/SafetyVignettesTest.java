package org.counterpose.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.counterpose.library.ShippedPack;
import org.counterpose.programme.Outcome;
import org.counterpose.programme.Programme;
import org.counterpose.programme.SafetyRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** People in a table, each with what the published safety table means for them. */
class SafetyVignettesTest {

  private static final Programme PROGRAMME = ShippedPack.programme();

  record Vignette(
      String person, String answers, Outcome clearance, List<String> rules, List<String> leftOut) {
    @Override
    public String toString() {
      return person;
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("people")
  void each_person_is_told_what_the_table_says(Vignette vignette) {
    Answers answers =
        Person.withNothingToReport().but(PROGRAMME, vignette.answers()).answers(PROGRAMME);

    Screened screened = Screening.screen(PROGRAMME, answers);

    assertThat(screened.clearance()).isEqualTo(vignette.clearance());
    assertThat(screened.reasons().stream().map(Screened.Reason::rule))
        .containsExactlyElementsOf(vignette.rules());
    assertThat(screened.leftOut()).containsExactlyElementsOf(vignette.leftOut());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("people")
  void every_reason_names_answers_that_the_person_gave(Vignette vignette) {
    Answers answers =
        Person.withNothingToReport().but(PROGRAMME, vignette.answers()).answers(PROGRAMME);

    for (Screened.Reason reason : Screening.screen(PROGRAMME, answers).reasons()) {
      assertThat(reason.because()).isNotEmpty();
      for (Screened.Because because : reason.because()) {
        assertThat(given(answers.to(because.question()).orElseThrow()))
            .containsAll(because.values());
      }
    }
  }

  @Test
  void the_people_meet_every_rule_of_the_table_and_every_outcome() {
    List<Vignette> people = people().toList();

    assertThat(people).hasSizeGreaterThanOrEqualTo(50);
    assertThat(people.stream().flatMap(vignette -> vignette.rules().stream()))
        .containsAll(PROGRAMME.safety().stream().map(SafetyRule::id).toList());
    assertThat(people.stream().map(Vignette::clearance)).contains(Outcome.values());
  }

  static Stream<Vignette> people() {
    return lines()
        .filter(line -> !line.startsWith("#") && !line.startsWith("person |") && !line.isBlank())
        .map(
            line -> {
              String[] cells = line.split("\\|", -1);
              return new Vignette(
                  cells[0].strip(),
                  cells[1].strip(),
                  Outcome.valueOf(cells[2].strip()),
                  list(cells[3]),
                  list(cells.length > 4 ? cells[4] : ""));
            });
  }

  private static Stream<String> lines() {
    try (InputStream file =
        Objects.requireNonNull(
            SafetyVignettesTest.class.getResourceAsStream("/screening/safety-vignettes.csv"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> list(String cell) {
    return cell.isBlank() ? List.of() : List.of(cell.strip().split(","));
  }

  private static Set<String> given(Answer answer) {
    return switch (answer) {
      case Answer.Chosen chosen -> chosen.values();
      case Answer.Amount amount -> Set.of(Evidence.plain(amount.value()));
      case Answer.YesNo yesNo -> Stream.of(yesNo.yes() ? "yes" : "no").collect(Collectors.toSet());
    };
  }
}
