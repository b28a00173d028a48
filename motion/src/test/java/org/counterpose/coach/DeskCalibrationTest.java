package org.counterpose.coach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeskCalibrationTest {

  private final DeskCalibration calibration = new DeskCalibration();

  @ParameterizedTest
  @ValueSource(doubles = {1, 5, 30})
  void five_seconds_of_sitting_still_are_a_reference_at_any_rate_of_frames(double frames) {
    double[] told = new Sitting(frames).leans(10, 2, 6).figures(calibration);

    assertThat(told).hasSize(2 + 7).startsWith(1, 1, 0);
    assertThat(told[3]).isCloseTo(10, within(0.01));
    assertThat(told[4]).isCloseTo(2, within(0.01));
  }

  @Test
  void from_the_front_it_is_taken_too() {
    assertThat(new Sitting(5).faces(0.6, 0, 6).figures(calibration)).startsWith(1, 1, 1);
  }

  @Test
  void before_five_seconds_are_over_it_tells_how_far_it_is() {
    double[] told = new Sitting(10).leans(10, 2, 2.6).figures(calibration);

    assertThat(told[0]).isCloseTo(0.5, within(0.01));
    assertThat(told[1]).isZero();
    assertThat(told).hasSize(2);
  }

  @Test
  void an_empty_chair_a_back_and_somebody_who_fidgets_are_told_apart() {
    assertThat(new Sitting(5).isAway(7).figures(calibration)).containsExactly(0, 2);
    assertThat(new Sitting(5).facesTheCamera(7).figures(new DeskCalibration()))
        .containsExactly(0, 4);
    Sitting restless = new Sitting(5);
    for (int i = 0; i < 10; i++) {
      restless.leans(10, 0, 1).leans(30, 12, 1);
    }
    assertThat(restless.figures(new DeskCalibration())[1]).isEqualTo(3);
  }

  @Test
  void who_moves_once_has_time_to_sit_still_again() {
    assertThat(new Sitting(5).leans(30, 12, 2).leans(10, 0, 6).figures(calibration))
        .startsWith(1, 1);
  }
}
