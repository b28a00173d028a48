package org.counterpose.coach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tall from the side is 10 degrees at the head, from the front 0.6 widths from shoulder to ear. */
class DeskAfterCalibrationTest {

  private final Coach side = calibrated(new Sitting().leans(10, 0, 7));
  private final Coach front = calibrated(new Sitting().faces(0.6, 0, 7));

  private static Coach calibrated(Sitting tall) {
    double[] told = tall.figures(Coaches.of("desk-calibration").orElseThrow());
    double[] settings = Arrays.copyOfRange(told, 1, told.length);
    settings[0] = 40;
    return Coaches.of("desk", settings).orElseThrow();
  }

  @Test
  void who_sits_down_slumped_is_measured_against_what_was_calibrated() {
    assertThat(new Sitting().leans(35, 12, 60).told(side)).containsExactly("slouch at 20");
  }

  @Test
  void leaning_back_does_not_become_the_new_tall() {
    assertThat(new Sitting().leans(0, 0, 60).leans(17, 4, 300).told(side)).isEmpty();
  }

  @Test
  void from_the_front_ears_that_drop_towards_the_shoulders_are_a_slump() {
    assertThat(new Sitting().faces(0.6, 0, 10).faces(0.45, 0.1, 300).told(front))
        .containsExactly("slouch at 30");
  }

  @Test
  void from_the_front_a_little_of_both_head_and_shoulders_is_a_slump() {
    assertThat(new Sitting().faces(0.6, 0, 10).faces(0.54, 0.25, 60).told(front))
        .containsExactly("slouch at 30");
  }

  @Test
  void a_look_down_is_none_nor_is_a_screen_that_was_tilted() {
    Sitting day = new Sitting();
    for (int i = 0; i < 20; i++) {
      day.faces(0.6, 0, 20).faces(0.4, 0, 12);
    }
    assertThat(day.told(front)).isEmpty();
    assertThat(new Sitting().faces(0.6, 0, 10).faces(0.6, 0.5, 120).told(calibratedFront()))
        .isEmpty();
  }

  private static Coach calibratedFront() {
    return calibrated(new Sitting().faces(0.6, 0, 7));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.8, 0.9, 1.1})
  void a_laptop_that_was_moved_needs_no_new_calibration(double larger) {
    assertThat(
            new Sitting()
                .faces(0.6, 0, 10)
                .cameraMoves(larger, 0.05, 0.03)
                .faces(0.6, 0, 60)
                .faces(0.45, 0.1, 60)
                .told(front))
        .containsExactly("slouch at 90");
    assertThat(
            new Sitting()
                .leans(10, 0, 10)
                .cameraMoves(larger, 0.05, 0.03)
                .leans(10, 0, 60)
                .leans(35, 12, 60)
                .told(side))
        .containsExactly("slouch at 90");
  }

  @Test
  void somebody_else_who_sits_down_pauses_the_watch() {
    Sitting day =
        new Sitting()
            .faces(0.6, 0, 60)
            .isAway(10)
            .isSomebodyElse()
            .faces(0.4, 0.1, 120)
            .isAway(10)
            .isThemselvesAgain()
            .faces(0.6, 0, 60);

    assertThat(day.told(front)).containsExactly("lost at 64");
    assertThat(front.numbers()).containsExactly(1, 118, 1);
    assertThat(new Sitting().leans(10, 0, 30).isSomebodyElse().leans(35, 12, 60).told(side))
        .containsExactly("unsure at 34");
    assertThat(side.numbers()[0]).isZero();
  }

  @Test
  void who_passes_by_or_stands_behind_is_not_judged() {
    Sitting day = new Sitting().faces(0.6, 0, 60).cameraMoves(0.4, 0.2, 0).faces(0.4, 0, 3);
    day.cameraMoves(1, 0, 0).faces(0.6, 0, 60).cameraMoves(0.5, 0.2, 0).faces(0.4, 0, 60);

    assertThat(day.told(front)).containsExactly("unsure at 127");
    assertThat(front.numbers()[1]).isCloseTo(122, within(1.0));
  }

  @Test
  void who_stands_up_pauses_the_watch_whatever_their_posture() {
    assertThat(new Sitting().leans(10, 0, 30).stands(40, 14, 60).told(side))
        .containsExactly("unsure at 34");
  }

  @Test
  void seen_another_way_than_calibrated_nothing_is_judged() {
    assertThat(new Sitting().leans(10, 0, 30).faces(0.4, 0.2, 60).told(side))
        .containsExactly("unsure at 34");
  }

  @Test
  void who_was_away_for_a_minute_had_a_break_and_who_leant_over_had_none() {
    Sitting day = new Sitting().leans(10, 0, 60).leansAt(0.65, 20, 12, 60).leans(10, 0, 60);

    assertThat(day.isAway(30).leans(10, 0, 60).figures(side)[2]).isZero();
    assertThat(day.isAway(90).leans(10, 0, 60).figures(side)[2]).isEqualTo(1);
  }

  @Test
  void a_short_cover_pauses_how_long_one_position_is_kept_and_does_not_begin_it_anew() {
    Coach watch = Coaches.of("desk", 20).orElseThrow();
    Sitting day = new Sitting().leans(10, 0, 19 * 60).isAway(10).leans(10, 0, 2 * 60);

    assertThat(day.told(watch)).contains("still-too-long at " + (20 * 60 + 11));
  }

  @Test
  void a_reference_that_no_calibration_gave_is_refused_and_shown() {
    assertThatThrownBy(() -> Coaches.of("desk", 40, 0, 1, 2))
        .hasMessageContaining("[0.0, 1.0, 2.0]");
    assertThatThrownBy(() -> Coaches.of("desk", 40, 2, 1, 1, 1, 1, 1, 1))
        .hasMessageContaining("got [2.0");
    assertThatThrownBy(() -> Coaches.of("desk", 40, 0, 1, Double.NaN, 1, 1, 1, 1))
        .hasMessageContaining("NaN");
  }
}
