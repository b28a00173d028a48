package org.counterpose.coach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeskCoachTest {

  private final DeskCoach coach = new DeskCoach(Optional.empty(), 40);

  @Test
  void who_is_slumped_for_twenty_seconds_is_told_once() {
    assertThat(new Sitting().leans(10, 0, 10).leans(35, 12, 300).told(coach))
        .containsExactly("slouch at 30");
  }

  @Test
  void it_is_not_told_again_within_twenty_minutes() {
    Sitting day = new Sitting().leans(10, 0, 10);
    for (int i = 0; i < 10; i++) {
      day.leans(35, 12, 240).leans(10, 0, 60);
    }

    assertThat(day.told(coach)).containsExactly("slouch at 30", "slouch at 1230", "slouch at 2430");
  }

  @Test
  void a_look_down_a_reach_and_an_odd_frame_are_not_a_slump() {
    Sitting day = new Sitting().leans(10, 0, 10);
    for (int i = 0; i < 20; i++) {
      day.leans(45, 2, 12).leans(10, 0, 10).leans(20, 30, 4).leans(10, 0, 5);
    }

    assertThat(day.told(coach)).isEmpty();
  }

  @Test
  void somebody_who_always_leans_a_little_is_measured_against_themselves() {
    assertThat(new Sitting().leans(24, 6, 600).told(coach)).isEmpty();
  }

  @Test
  void one_position_for_too_long_is_told_and_a_change_of_it_begins_anew() {
    assertThat(new Sitting().leans(10, 0, 45 * 60).told(coach))
        .containsExactly("still-too-long at 2400");
    assertThat(
            new Sitting()
                .leans(10, 0, 30 * 60)
                .leansAt(0.65, 10, 0, 30 * 60)
                .told(new DeskCoach(Optional.empty(), 40)))
        .isEmpty();
  }

  @Test
  void who_gets_up_is_missed_once_and_counted_anew_when_back() {
    assertThat(
            new Sitting()
                .leans(10, 0, 30 * 60)
                .isAway(120)
                .leans(10, 0, 30 * 60)
                .isAway(60)
                .told(coach))
        .containsExactly("lost at 1804", "lost at 3724");
  }

  @Test
  void who_is_not_seen_from_the_side_is_not_judged_and_that_is_told_once() {
    assertThat(new Sitting().leans(10, 0, 10).facesTheCamera(600).told(coach))
        .containsExactly("unsure at 14");
  }

  @Test
  void a_slump_before_somebody_left_is_not_counted_on_when_they_are_back() {
    assertThat(
            new Sitting()
                .leans(10, 0, 10)
                .leans(35, 12, 15)
                .isAway(60)
                .leans(35, 12, 15)
                .told(coach))
        .containsExactly("lost at 29");
  }

  @Test
  void no_time_at_all_to_sit_is_refused() {
    assertThatThrownBy(() -> new DeskCoach(Optional.empty(), 0)).hasMessageContaining("got 0");
  }
}
