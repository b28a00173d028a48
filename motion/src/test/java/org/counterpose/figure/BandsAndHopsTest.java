package org.counterpose.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.counterpose.body.Build;
import org.counterpose.body.Joint;
import org.counterpose.body.Movement;
import org.counterpose.body.Pose;
import org.counterpose.body.Position;
import org.counterpose.body.Rest;
import org.counterpose.body.Spot;
import org.junit.jupiter.api.Test;

class BandsAndHopsTest {

  private static final Pose SITTING =
      new Pose(Rest.FLOOR, java.util.Map.of()).with(Joint.LEFT_HIP, 90).with(Joint.RIGHT_HIP, 90);
  private static final Pose TOES_UP = SITTING.with(Joint.LEFT_ANKLE, 18);

  @Test
  void a_band_follows_the_foot_and_stays_where_it_is_held() {
    Figure figure =
        new Figure(
            new Movement(List.of(SITTING, TOES_UP)),
            View.RIGHT,
            List.of(),
            List.of(new Loop(Spot.LEFT_TOES, new Position(0.4, 0, 0))),
            List.of());
    Scene scene = new Scene(figure, Build.ADULT);

    Bounds before = bounds(scene.at(0), "loop-0");
    Bounds after = bounds(scene.at(1), "loop-0");

    assertThat(before.right()).as("held").isCloseTo(after.right(), within(1.0));
    assertThat(before.right() - before.left())
        .as("drawn out by the foot")
        .isLessThan(after.right() - after.left());
    assertThat(scene.at(1)).extracting(Shape::key).containsSubsequence("left-leg", "loop-0");
  }

  @Test
  void a_band_that_leads_nowhere_is_none() {
    assertThatThrownBy(() -> new Loop(Spot.LEFT_TOES, Position.ORIGIN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("leads somewhere");
  }

  @Test
  void who_hops_leaves_the_floor_by_and_by_and_is_drawn_once() {
    Figure figure =
        new Figure(
            new Movement(List.of(Pose.STANDING, Pose.STANDING.on(Rest.AIR))),
            View.RIGHT,
            List.of(),
            List.of());
    Staged staged = new Staged(Build.ADULT, figure.movement());

    double from = staged.at(0).at(Spot.LEFT_TOES).y();
    assertThat(staged.at(0.5).at(Spot.LEFT_TOES).y()).isCloseTo(from + 0.06, within(0.01));
    assertThat(staged.at(1).at(Spot.LEFT_TOES).y()).isCloseTo(from + 0.12, within(0.001));
    assertThat(new Scene(figure, Build.ADULT).at(1))
        .extracting(Shape::key)
        .doesNotContain("before");
  }

  private static Bounds bounds(List<Shape> shapes, String key) {
    return shapes.stream()
        .filter(shape -> shape.key().equals(key))
        .map(shape -> shape.path().bounds())
        .findFirst()
        .orElseThrow();
  }
}
