package org.counterpose.coach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NeedleCoachTest {

  @ParameterizedTest
  @EnumSource
  void a_hold_is_found_with_its_side_and_its_time(Side side) {
    List<Event> events =
        new Kneeling(10).tableTop(2).threads(side, 15).tableTop(2).events(new NeedleCoach(2));

    assertThat(events)
        .extracting(Event::kind)
        .containsExactly(Event.Kind.READY, Event.Kind.HOLD_START, Event.Kind.HOLD_END);
    assertThat(events.get(1).side()).isEqualTo(Optional.of(side));
    assertThat(events.get(1).millis()).isCloseTo(4500, within(500.0));
    assertThat(events.get(2).millis()).isCloseTo(19500, within(500.0));
  }

  @ParameterizedTest
  @ValueSource(doubles = {5, 10, 15, 30, 60})
  void the_same_is_seen_at_5_and_at_60_frames_a_second(double frames) {
    Kneeling both =
        new Kneeling(frames)
            .tableTop(2)
            .threads(Side.LEFT, 10)
            .tableTop(2)
            .threads(Side.RIGHT, 10)
            .tableTop(2);

    assertThat(both.told(new NeedleCoach(1)))
        .containsExactly(
            "ready",
            "hold-start left",
            "hold-end left",
            "side-done left",
            "hold-start right",
            "hold-end right",
            "side-done right",
            "done");
  }

  @Test
  void who_faces_the_other_way_keeps_their_own_left_and_right() {
    assertThat(
            new Kneeling(15)
                .mirrored()
                .tableTop(2)
                .threads(Side.LEFT, 5)
                .tableTop(1)
                .told(new NeedleCoach(2)))
        .containsExactly("ready", "hold-start left", "hold-end left");
  }

  @Test
  void a_body_that_is_found_at_the_bottom_gets_no_credit() {
    assertThat(new Kneeling(15).goesTo(0.35, 0.8, 0.1).stays(15).told(new NeedleCoach(1)))
        .doesNotContain("hold-start left", "hold-start right");
  }

  @Test
  void both_shoulders_down_is_no_needle() {
    assertThat(
            new Kneeling(15)
                .tableTop(2)
                .goesTo(0.3, 0.3, 2)
                .stays(10)
                .tableTop(2)
                .told(new NeedleCoach(1)))
        .containsExactly("ready");
  }

  /** The heights are those that the pose model gave for a rendered body, seen from its right. */
  @Test
  void the_far_arm_counts_though_the_near_shoulder_goes_down_almost_as_far() {
    assertThat(
            new Kneeling(12)
                .scattered(0.004)
                .goesTo(1.15, 1.05, 2)
                .stays(2)
                .goesTo(0.44, 0.57, 1.5)
                .stays(15)
                .goesTo(1.15, 1.05, 1.5)
                .stays(2)
                .goesTo(0.60, 0.02, 1.5)
                .stays(15)
                .goesTo(1.15, 1.05, 1.5)
                .stays(1)
                .told(new NeedleCoach(1)))
        .containsExactly(
            "ready",
            "hold-start left",
            "hold-end left",
            "side-done left",
            "hold-start right",
            "hold-end right",
            "side-done right",
            "done");
  }

  @Test
  void who_evens_out_on_the_way_down_has_no_arm_under() {
    assertThat(
            new Kneeling(15)
                .scattered(0.001)
                .goesTo(0.85, 1.1, 1)
                .stays(6)
                .goesTo(0.42, 0.46, 2)
                .stays(10)
                .told(new NeedleCoach(1)))
        .containsExactly("ready");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.8, 2, 4, 8})
  void the_far_arm_counts_however_slowly_it_goes_under(double seconds) {
    assertThat(
            new Kneeling(12)
                .scattered(0.003)
                .goesTo(1.15, 1.05, 1)
                .stays(4)
                .goesTo(0.44, 0.57, seconds)
                .stays(10)
                .goesTo(1.15, 1.05, seconds)
                .told(new NeedleCoach(2)))
        .containsExactly("ready", "hold-start left", "hold-end left");
  }

  /**
   * Shoulders as a camera two metres away sees them, by the perspective of a drawn body: its height
   * and the degrees that it stands askew; left and right at table-top, with the right arm under,
   * with the left one, and with both shoulders down.
   */
  @ParameterizedTest(name = "camera {0} m high, {1} degrees askew")
  @CsvSource({
    "0.1, -30, 1.00, 1.12, 0.81, 0.13, 0.13, 0.87, 0.38, 0.42",
    "0.1,   0, 1.09, 1.26, 0.88, 0.13, 0.13, 0.97, 0.41, 0.45",
    "0.1,  30, 1.21, 1.39, 0.98, 0.13, 0.13, 1.07, 0.44, 0.49",
    "0.3, -30, 1.08, 1.15, 0.88, 0.19, 0.17, 0.90, 0.46, 0.43",
    "0.3,   0, 1.13, 1.22, 0.91, 0.14, 0.11, 0.94, 0.44, 0.41",
    "0.3,  30, 1.20, 1.29, 0.94, 0.08, 0.05, 0.98, 0.42, 0.38",
    "0.6,   0, 1.20, 1.16, 0.95, 0.15, 0.10, 0.90, 0.49, 0.34",
    "0.6,  30, 1.17, 1.14, 0.89, 0.01, -0.05, 0.84, 0.38, 0.22",
    "1.0, -30, 1.40, 1.25, 1.15, 0.39, 0.32, 1.02, 0.74, 0.50",
    "1.0,   0, 1.29, 1.08, 1.00, 0.17, 0.08, 0.84, 0.56, 0.25",
    "1.0,  30, 1.13, 0.92, 0.82, -0.09, -0.18, 0.66, 0.34, 0.02"
  })
  void wherever_the_camera_stands_each_arm_counts_and_both_shoulders_down_do_not(
      double high,
      double askew,
      double left,
      double right,
      double leftOfRight,
      double rightOfRight,
      double leftOfLeft,
      double rightOfLeft,
      double leftOfBoth,
      double rightOfBoth) {
    assertThat(
            new Kneeling(12)
                .scattered(0.003)
                .goesTo(left, right, 1)
                .stays(3)
                .goesTo(leftOfBoth, rightOfBoth, 2)
                .stays(8)
                .goesTo(left, right, 2)
                .stays(2)
                .goesTo(leftOfRight, rightOfRight, 2)
                .stays(8)
                .goesTo(left, right, 2)
                .stays(2)
                .goesTo(leftOfLeft, rightOfLeft, 2)
                .stays(8)
                .goesTo(left, right, 2)
                .told(new NeedleCoach(2)))
        .containsExactly(
            "ready", "hold-start right", "hold-end right", "hold-start left", "hold-end left");
  }

  @Test
  void who_sinks_a_little_further_in_a_hold_is_still_in_it() {
    List<Event> events =
        new Kneeling(12)
            .scattered(0.005)
            .goesTo(1.15, 1.05, 2)
            .stays(4)
            .goesTo(0.44, 0.57, 1.5)
            .stays(5)
            .goesTo(0.44, 0.52, 5)
            .stays(30)
            .goesTo(1.15, 1.05, 1.5)
            .events(new NeedleCoach(2));

    assertThat(events.get(1).side()).isEqualTo(Optional.of(Side.LEFT));
    assertThat(events.get(2).millis() - events.get(1).millis()).isCloseTo(40_000, within(1000.0));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.9, 1, 1.1, 1.2, 1.3})
  void whatever_the_height_of_the_far_shoulder_both_down_together_is_no_needle(double far) {
    assertThat(
            new Kneeling(12)
                .scattered(0.004)
                .goesTo(far, 1.1, 2)
                .stays(2)
                .goesTo(far - 0.65, 0.45, 2)
                .stays(10)
                .goesTo(far, 1.1, 2)
                .told(new NeedleCoach(1)))
        .containsExactly("ready");
  }

  @Test
  void a_hold_is_over_when_the_other_shoulder_goes_down_as_well() {
    List<Event> events =
        new Kneeling(15)
            .tableTop(2)
            .threads(Side.RIGHT, 10)
            .goesTo(0.35, 0.35, 1)
            .stays(20)
            .events(new NeedleCoach(1));

    assertThat(events)
        .extracting(Event::kind)
        .containsExactly(
            Event.Kind.READY, Event.Kind.HOLD_START, Event.Kind.HOLD_END, Event.Kind.SIDE_DONE);
    assertThat(events.get(2).millis()).isCloseTo(14500, within(1000.0));
  }

  @Test
  void who_rests_on_both_forearms_and_turns_there_has_not_begun_from_table_top() {
    assertThat(
            new Kneeling(15)
                .tableTop(2)
                .goesTo(0.5, 0.5, 1)
                .stays(5)
                .goesTo(0.2, 0.55, 1)
                .stays(10)
                .told(new NeedleCoach(1)))
        .containsExactly("ready");
  }

  @Test
  void a_nod_of_one_shoulder_is_no_needle() {
    assertThat(
            new Kneeling(15)
                .tableTop(2)
                .goesTo(0.7, 0.95, 1)
                .stays(5)
                .tableTop(2)
                .told(new NeedleCoach(1)))
        .containsExactly("ready");
  }

  @Test
  void from_the_head_end_nothing_is_judged_and_that_is_told_once() {
    assertThat(
            new Kneeling(15)
                .tableTop(2)
                .across(0.2)
                .threads(Side.LEFT, 10)
                .tableTop(2)
                .told(new NeedleCoach(1)))
        .containsExactly("ready", "unsure");
  }

  @Test
  void who_leaves_the_picture_in_a_hold_is_credited_to_where_they_were_seen() {
    List<Event> events =
        new Kneeling(15).tableTop(2).threads(Side.LEFT, 5).hidden(8).events(new NeedleCoach(1));

    assertThat(events)
        .extracting(Event::kind)
        .containsExactly(
            Event.Kind.READY,
            Event.Kind.HOLD_START,
            Event.Kind.LOST,
            Event.Kind.HOLD_END,
            Event.Kind.SIDE_DONE);
    assertThat(events.get(3).millis()).isCloseTo(9500, within(200.0));
  }

  @Test
  void a_pause_of_the_camera_in_a_hold_is_not_counted() {
    List<Event> events =
        new Kneeling(15)
            .tableTop(2)
            .threads(Side.LEFT, 5)
            .jumps(20)
            .stays(2)
            .tableTop(2)
            .events(new NeedleCoach(3));

    assertThat(events)
        .extracting(Event::kind)
        .containsSequence(Event.Kind.UNSURE, Event.Kind.HOLD_END);
    assertThat(events.get(3).millis()).isCloseTo(9500, within(200.0));
  }

  @Test
  void two_people_by_turns_get_no_credit_for_what_neither_did() {
    assertThat(new Kneeling(15).tableTop(2).byTurns(10).told(new NeedleCoach(1)))
        .doesNotContain("hold-start left", "hold-start right");
  }

  @Test
  void somebody_else_who_is_under_already_gets_no_credit_for_who_was_ready() {
    assertThat(new Kneeling(15).tableTop(2).another(10).tableTop(2).told(new NeedleCoach(1)))
        .doesNotContain("hold-start left", "hold-end left");
  }

  @Test
  void broken_numbers_a_clock_set_back_and_a_picture_upside_down_give_no_credit() {
    assertThat(new Kneeling(15).tableTop(2).broken(5).told(new NeedleCoach(1)))
        .containsExactly("ready", "unsure");
    assertThat(
            new Kneeling(15)
                .upsideDown()
                .tableTop(2)
                .threads(Side.LEFT, 5)
                .tableTop(2)
                .told(new NeedleCoach(1)))
        .isEmpty();
    assertThat(
            new Kneeling(15)
                .tableTop(2)
                .threads(Side.LEFT, 3)
                .jumps(-4)
                .stays(3)
                .tableTop(2)
                .told(new NeedleCoach(2)))
        .containsExactly("ready", "hold-start left", "hold-end left");
  }

  @Test
  void noise_makes_no_second_hold() {
    assertThat(
            new Kneeling(15)
                .scattered(0.008)
                .tableTop(3)
                .threads(Side.RIGHT, 20)
                .tableTop(3)
                .told(new NeedleCoach(2)))
        .containsExactly("ready", "hold-start right", "hold-end right");
  }

  @Test
  void a_side_of_no_holds_is_refused() {
    assertThatThrownBy(() -> new NeedleCoach(0)).hasMessageContaining("got 0");
  }
}
