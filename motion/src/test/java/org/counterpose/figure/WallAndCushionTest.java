package org.counterpose.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.counterpose.body.Build;
import org.counterpose.body.Joint;
import org.counterpose.body.Movement;
import org.counterpose.body.Pose;
import org.junit.jupiter.api.Test;

class WallAndCushionTest {

  private static final Pose ON_THE_LEFT =
      Pose.STANDING.with(Joint.RIGHT_HIP, 60).with(Joint.RIGHT_KNEE, 90);

  @Test
  void a_wall_stands_before_whatever_reaches_furthest() {
    Pose arms = Pose.STANDING.with(Joint.LEFT_SHOULDER, 90).with(Joint.RIGHT_SHOULDER, 90);
    List<Shape> shapes = drawn(Prop.Kind.WALL, View.RIGHT, arms);

    assertThat(bounds(shapes, "wall").left())
        .isBetween(bounds(shapes, "left-arm").right() - 4, bounds(shapes, "left-arm").right() + 4);
  }

  @Test
  void a_wall_is_behind_the_body() {
    assertThat(drawn(Prop.Kind.WALL, View.RIGHT, Pose.STANDING))
        .extracting(Shape::key)
        .containsSubsequence("wall", "trunk");
  }

  @Test
  void a_cushion_lies_under_the_foot_that_carries() {
    List<Shape> shapes = drawn(Prop.Kind.CUSHION, View.BACK, ON_THE_LEFT);

    assertThat(middle(shapes, "cushion")).isCloseTo(middle(shapes, "left-leg"), within(12.0));
    assertThat(middle(shapes, "cushion")).isLessThan(middle(shapes, "trunk"));
  }

  private static double middle(List<Shape> shapes, String key) {
    return (bounds(shapes, key).left() + bounds(shapes, key).right()) / 2;
  }

  private static Bounds bounds(List<Shape> shapes, String key) {
    return shapes.stream()
        .filter(shape -> shape.key().equals(key))
        .map(shape -> shape.path().bounds())
        .findFirst()
        .orElseThrow();
  }

  private static List<Shape> drawn(Prop.Kind kind, View view, Pose pose) {
    Figure figure =
        new Figure(new Movement(List.of(pose)), view, List.of(Prop.usual(kind)), List.of());
    return new Scene(figure, Build.ADULT).at(1);
  }
}
