package org.counterpose.coach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TowelCoachTest {

  private final TowelCoach coach = new TowelCoach(60);

  @Test
  void who_lies_down_and_comes_to_rest_is_settled_until_they_get_up() {
    assertThat(new Reclining().sits(5).liesOnARoll(90).sits(5).told(coach))
        .containsExactly("ready at 6", "hold-start at 6", "done at 66", "hold-end at 95");
  }

  @Test
  void who_lies_the_other_way_round_is_seen_as_well() {
    assertThat(new Reclining().mirrored().sits(5).lies(70).sits(5).told(coach))
        .containsExactly("ready at 6", "hold-start at 6", "done at 66", "hold-end at 75");
  }

  @Test
  void who_moves_before_they_settle_begins_when_they_are_still() {
    Reclining restless = new Reclining().lies(3);
    for (int i = 0; i < 4; i++) {
      restless.shifts(0.2).lies(2).shifts(-0.2).lies(2);
    }

    assertThat(restless.lies(10).told(coach)).containsExactly("ready at 1", "hold-start at 17");
  }

  @Test
  void a_short_movement_does_not_end_it() {
    assertThat(
            new Reclining()
                .lies(20)
                .liesWithLegsStraight(3)
                .shifts(0.3)
                .lies(20)
                .lifts(2)
                .lies(30)
                .sits(3)
                .told(coach))
        .containsExactly("ready at 1", "hold-start at 1", "done at 66", "hold-end at 75");
  }

  @Test
  void what_was_lain_is_kept_when_they_get_up_in_between() {
    assertThat(new Reclining().lies(41).sits(10).lies(41).told(coach))
        .containsExactly(
            "ready at 1",
            "hold-start at 1",
            "hold-end at 41",
            "ready at 52",
            "hold-start at 52",
            "done at 72");
  }

  @Test
  void who_is_not_seen_any_more_is_missed_once_and_keeps_what_was_seen() {
    assertThat(new Reclining().lies(30).isAway(60).told(coach))
        .containsExactly("ready at 1", "hold-start at 1", "lost at 35", "hold-end at 30");
  }

  static Stream<Reclining> notTold() {
    return Stream.of(
        new Reclining().sits(3).liesOnTheBelly(60),
        new Reclining().sits(3).liesWithLegsStraight(60),
        new Reclining().sits(3).liesWithFeetOnAChair(60),
        new Reclining().sits(3).liesLookingAtTheirKnees(60));
  }

  @ParameterizedTest
  @MethodSource("notTold")
  void where_back_and_belly_cannot_be_told_apart_or_the_head_is_up_that_is_said_once(
      Reclining lying) {
    assertThat(lying.told(coach)).containsExactly("unsure at 8");
  }

  @Test
  void nothing_but_lying_on_the_back_is_credited() {
    assertThat(
            new Reclining()
                .sits(20)
                .leansBackOnTheHands(20)
                .sitsOnAChair(20)
                .onAllFours(20)
                .lifts(20)
                .told(coach))
        .containsOnly("unsure at 25", "unsure at 65");
    assertThat(new Reclining().upsideDown().lies(60).onAllFours(60).told(new TowelCoach(60)))
        .isEmpty();
  }

  @Test
  void time_in_which_no_picture_came_is_not_counted() {
    List<String> told = new Reclining().lies(30).jumps(100).lies(20).told(coach);

    assertThat(told)
        .containsExactly(
            "ready at 1",
            "hold-start at 1",
            "unsure at 130",
            "hold-end at 30",
            "ready at 131",
            "hold-start at 131");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void no_time_to_lie_is_refused(double seconds) {
    assertThatThrownBy(() -> new TowelCoach(seconds)).hasMessageContaining("got " + seconds);
  }
}
