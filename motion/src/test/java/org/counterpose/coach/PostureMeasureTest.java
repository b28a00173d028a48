package org.counterpose.coach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostureMeasureTest {

  private static final int ENDED = 1;
  private static final int CONFIDENCE = 6;

  @ParameterizedTest
  @ValueSource(doubles = {2, 10, 60})
  void both_inclinations_are_measured_over_three_seconds(double frames) {
    double[] told = new Sitting(frames).leans(22, 4, 4).figures(new PostureMeasure(0));

    assertThat(told).hasSize(7).startsWith(1, 1);
    assertThat(told[2]).isCloseTo(22, within(0.01));
    assertThat(told[3]).isCloseTo(4, within(0.01));
    assertThat(told[4]).isCloseTo(0, within(0.01));
    assertThat(told[CONFIDENCE]).isCloseTo(1, within(0.01));
  }

  @Test
  void what_is_not_measured_yet_is_no_number() {
    double[] told = new Sitting(10).leans(22, 4, 1.6).figures(new PostureMeasure(0));

    assertThat(told[0]).isCloseTo(0.5, within(0.01));
    assertThat(told[ENDED]).isZero();
    assertThat(told[2]).isNaN();
    assertThat(told[CONFIDENCE]).isZero();
  }

  @Test
  void who_sways_a_little_is_measured_with_the_spread_of_it() {
    Sitting swaying = new Sitting(10);
    for (int i = 0; i < 20; i++) {
      swaying.leans(21, 3, 0.1).leans(23, 5, 0.1);
    }

    double[] told = swaying.figures(new PostureMeasure(0));

    assertThat(told[2]).isCloseTo(22, within(0.5));
    assertThat(told[4]).isCloseTo(1, within(0.1));
    assertThat(told[5]).isCloseTo(1, within(0.1));
    assertThat(told[CONFIDENCE]).isBetween(0.5, 0.8);
  }

  @Test
  void every_refusal_has_its_reason() {
    assertThat(endOf(new Sitting(10).isAway(7))).isEqualTo(2);
    assertThat(endOf(new Sitting(10).cameraMoves(1, 0.5, 0).leans(22, 4, 7))).isEqualTo(2);
    assertThat(endOf(new Sitting(10).facesTheCamera(7))).isEqualTo(3);
    assertThat(endOf(new Sitting(10).hidesTheFace().leans(22, 4, 7))).isEqualTo(7);
    Sitting nodding = new Sitting(10);
    for (int i = 0; i < 8; i++) {
      nodding.leans(10, 0, 1).leans(30, 5, 1);
    }
    assertThat(endOf(nodding)).isEqualTo(5);
  }

  @Test
  void two_people_by_turns_are_more_than_one() {
    Sitting two = new Sitting(10);
    for (int i = 0; i < 30; i++) {
      two.cameraMoves(1, 0, 0).leans(22, 4, 0.1).cameraMoves(0.5, 0.2, 0).leans(10, 0, 0.1);
    }

    assertThat(endOf(two)).isEqualTo(6);
  }

  private static double endOf(Sitting sitting) {
    return sitting.figures(new PostureMeasure(0))[ENDED];
  }

  @Test
  void a_camera_that_leans_is_refused_and_one_that_leans_little_lowers_the_confidence() {
    Sitting still = new Sitting(10).leans(22, 4, 4);

    assertThat(still.figures(new PostureMeasure(-7))).startsWith(0, 4);
    assertThat(still.figures(new PostureMeasure(2))[CONFIDENCE]).isCloseTo(0.75, within(0.01));
  }

  @Test
  void where_the_device_does_not_tell_its_roll_the_picture_may_and_the_confidence_is_lower() {
    PostureMeasure sitting = new PostureMeasure(Double.NaN);
    PostureMeasure standing = new PostureMeasure(Double.NaN);

    assertThat(new Sitting(10).leans(22, 4, 4).figures(sitting)[CONFIDENCE])
        .isCloseTo(0.6, within(0.01));
    assertThat(new Standing(0).figures(standing)[CONFIDENCE]).isCloseTo(0.8, within(0.01));
    assertThat(new Standing(15).figures(new PostureMeasure(Double.NaN))[ENDED]).isEqualTo(4);
    assertThat(new Standing(3).figures(new PostureMeasure(Double.NaN))[ENDED]).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-181, 400, Double.POSITIVE_INFINITY})
  void a_roll_that_cannot_be_is_refused(double roll) {
    assertThatThrownBy(() -> new PostureMeasure(roll)).hasMessageContaining("got " + roll);
  }
}
