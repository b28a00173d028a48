package org.counterpose.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.counterpose.document.Problems;
import org.counterpose.programme.Outcome;
import org.counterpose.programme.Programme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the shipped pack tells somebody to do at once is told in Spanish as strongly. */
class SafetyInSpanishTest {

  private final Library library =
      Library.load(ShippedPack.programmes(), new Problems()).orElseThrow();
  private final Programme english = library.programme("mid-back").orElseThrow();
  private final Programme spanish = library.in("es").programme("mid-back").orElseThrow();

  @ParameterizedTest
  @CsvSource({
    "GET_HELP_NOW, Call your emergency number now., Llama ahora mismo al número de emergencias.",
    "SAME_DAY, Speak to a doctor today., Habla hoy con un médico."
  })
  void advice_that_cannot_wait_ends_with_the_same_call(
      Outcome outcome, String call, String llamada) {
    List<String> advice =
        english.safety().stream()
            .filter(rule -> rule.outcome() == outcome)
            .map(rule -> "safety." + rule.id() + ".advice")
            .toList();

    assertThat(advice).isNotEmpty();
    assertThat(advice)
        .allSatisfy(
            key -> {
              assertThat(english.text(key)).endsWith(call);
              assertThat(spanish.text(key)).endsWith(llamada);
            });
  }

  @Test
  void each_text_has_as_many_points_and_headings_as_in_english() {
    assertThat(english.texts().keySet())
        .allSatisfy(
            key -> assertThat(outline(spanish.text(key))).isEqualTo(outline(english.text(key))));
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
