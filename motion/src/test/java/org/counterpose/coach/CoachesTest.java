package org.counterpose.coach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CoachesTest {

  static Stream<Arguments> wrong() {
    return Stream.of(
        settings("thread-the-needle", "got []"),
        settings("thread-the-needle", "got 0.0", 0),
        settings("thread-the-needle", "got 2.5", 2.5),
        settings("thread-the-needle", "got NaN", Double.NaN),
        settings("thread-the-needle", "got 1.0E9", 1e9),
        settings("thread-the-needle", "got [2.0, 3.0]", 2, 3),
        settings("rolled-towel", "got []"),
        settings("rolled-towel", "got -300.0", -300),
        settings("rolled-towel", "got Infinity", Double.POSITIVE_INFINITY),
        settings("desk", "got no settings"),
        settings("desk", "got NaN", Double.NaN),
        settings("desk", "got [0.0]", 40, 0),
        settings("desk", "got [1.0, 0.5", 40, 1, 0.5, 0.4, 0.5, 0.7, 0, 0.2),
        settings("desk-calibration", "got [1.0]", 1),
        settings("posture", "got []"),
        settings("posture", "got 200.0", 200));
  }

  private static Arguments settings(String step, String said, double... settings) {
    return Arguments.of(step, said, settings);
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void wrong_settings_are_refused_with_what_was_got(String step, String said, double[] settings) {
    assertThatThrownBy(() -> Coaches.of(step, settings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(said);
  }

  @Test
  void a_step_that_nobody_watches_has_no_coach() {
    assertThat(Coaches.of("chin-tuck", 1, 2, 3)).isEmpty();
  }

  @Test
  void a_coach_begins_with_figures_of_nothing() {
    assertThat(Coaches.of("desk", 40).orElseThrow().numbers()).containsExactly(0, 0, 0);
    assertThat(Coaches.of("desk-calibration").orElseThrow().numbers()).containsExactly(0, 0);
    assertThat(Coaches.of("posture", Double.NaN).orElseThrow().numbers())
        .startsWith(0, 0, Double.NaN)
        .hasSize(7);
    assertThat(Coaches.of("rolled-towel", 300).orElseThrow().numbers()).isEmpty();
  }
}
