package org.counterpose.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.counterpose.document.Problems;
import org.counterpose.programme.Outcome;
import org.counterpose.programme.Programme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shipped packs tell somebody to do at once is told in Spanish as strongly. */
class SafetyInSpanishTest {

  private static final String NOW_IN_ENGLISH = "\\b(now|at once)\\b";
  private static final String NOW = "\\bahora mismo\\b";
  private static final String TODAY_IN_ENGLISH = "\\btoday\\b";
  private static final String TODAY = "\\b[Hh]oy\\b";

  private final Library library =
      Library.load(ShippedPack.programmes(), new Problems()).orElseThrow();

  @ParameterizedTest
  @ValueSource(strings = {"mid-back", "ankles"})
  void advice_that_cannot_wait_says_when_as_the_english_does(String id) {
    saysWhen(id, Outcome.GET_HELP_NOW, NOW_IN_ENGLISH, NOW);
    saysWhen(id, Outcome.SAME_DAY, TODAY_IN_ENGLISH, TODAY);
  }

  private void saysWhen(String id, Outcome outcome, String english, String spanish) {
    List<String> advice = advice(id, outcome);
    assertThat(advice).isNotEmpty();
    assertThat(advice)
        .allSatisfy(
            key -> {
              assertThat(english(id).text(key)).containsPattern(english);
              assertThat(spanish(id).text(key)).containsPattern(spanish);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "GET_HELP_NOW, Call your emergency number now., Llama ahora mismo al número de emergencias.",
    "SAME_DAY, Speak to a doctor today., Habla hoy con un médico."
  })
  void the_mid_back_ends_each_advice_that_cannot_wait_with_the_same_call(
      Outcome outcome, String call, String llamada) {
    assertThat(advice("mid-back", outcome))
        .allSatisfy(
            key -> {
              assertThat(english("mid-back").text(key)).endsWith(call);
              assertThat(spanish("mid-back").text(key)).endsWith(llamada);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"get-help-now", "same-day"})
  void what_to_do_at_once_is_the_same_in_both_programmes(String outcome) {
    for (String part : List.of(".title", ".do")) {
      String key = "outcomes." + outcome + part;
      assertThat(spanish("ankles").text(key)).isEqualTo(spanish("mid-back").text(key));
      assertThat(english("ankles").text(key)).isEqualTo(english("mid-back").text(key));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mid-back", "ankles"})
  void each_text_has_as_many_points_headings_and_questions_as_in_english(String id) {
    assertThat(english(id).texts().keySet())
        .allSatisfy(
            key -> {
              String spanish = spanish(id).text(key);
              assertThat(outline(spanish)).isEqualTo(outline(english(id).text(key)));
              assertThat(spanish.chars().filter(each -> each == '¿').count())
                  .isEqualTo(spanish.chars().filter(each -> each == '?').count());
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"mid-back", "ankles"})
  void what_is_no_publication_is_called_in_spanish_and_what_is_one_as_it_was_published(String id) {
    assertThat(spanish(id).sources().values())
        .anyMatch(source -> source.title().startsWith("Nuestra propia elección prudente"));
    assertThat(spanish(id).sources().values().stream().filter(one -> one.url().isPresent()))
        .containsExactlyElementsOf(
            english(id).sources().values().stream().filter(one -> one.url().isPresent()).toList());
  }

  private Programme english(String id) {
    return library.programme(id).orElseThrow();
  }

  private Programme spanish(String id) {
    return library.in("es").programme(id).orElseThrow();
  }

  private List<String> advice(String id, Outcome outcome) {
    return english(id).safety().stream()
        .filter(rule -> rule.outcome() == outcome)
        .map(rule -> "safety." + rule.id() + ".advice")
        .toList();
  }

  /** The marks with which lines begin: headings, numbers of steps, bullets. */
  private static List<String> outline(String markdown) {
    return markdown
        .lines()
        .filter(line -> line.matches("(#+|\\d+\\.|-) .*"))
        .map(line -> line.substring(0, line.indexOf(' ')))
        .toList();
  }
}
