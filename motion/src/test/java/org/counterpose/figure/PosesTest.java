package org.counterpose.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.counterpose.body.Build;
import org.counterpose.body.Joint;
import org.counterpose.body.Pose;
import org.counterpose.body.Posed;
import org.counterpose.body.Position;
import org.counterpose.body.Rest;
import org.counterpose.body.Spot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PosesTest {

  private static final double TWO_CENTIMETRES = 0.02;

  static Stream<String> names() {
    return Figures.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void no_joint_goes_further_than_it_can(String name) {
    for (Pose pose : figure(name).movement().poses()) {
      for (Joint joint : Joint.values()) {
        for (int i = 0; i < joint.limits().size(); i++) {
          double angle = pose.of(joint).at(i);
          assertThat(joint.limits().get(i).allows(angle)).as(joint + " " + angle).isTrue();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void feet_of_who_sits_or_stands_are_on_the_floor(String name) {
    Posed posed = new Staged(Build.ADULT, figure(name).movement()).last();
    if (posed.pose().rest() == Rest.SEAT || posed.pose().rest() == Rest.FEET) {
      assertThat(skin(posed, Spot.RIGHT_HEEL)).isCloseTo(0, within(TWO_CENTIMETRES));
      assertThat(skin(posed, Spot.RIGHT_TOES)).isCloseTo(0, within(TWO_CENTIMETRES));
    }
  }

  @Test
  void in_the_needle_knees_feet_and_the_planted_hand_stay_where_they_are() {
    Staged staged = new Staged(Build.ADULT, Figures.needleRight().movement());
    for (Spot spot :
        List.of(
            Spot.LEFT_WRIST, Spot.LEFT_KNUCKLES, Spot.LEFT_KNEE, Spot.RIGHT_KNEE, Spot.LEFT_TOES)) {
      Position planted = staged.first().at(spot);
      for (int i = 0; i <= 40; i++) {
        assertThat(staged.at(i / 40.0).at(spot).distanceTo(planted))
            .as(spot + " at " + i)
            .isLessThan(TWO_CENTIMETRES);
      }
    }
  }

  @Test
  void in_the_needle_shoulder_and_ear_rest_on_the_floor_and_the_hips_are_over_the_knees() {
    Posed needle = Posed.of(Build.ADULT, Poses.NEEDLE_RIGHT);
    assertThat(skin(needle, Spot.RIGHT_SHOULDER)).isLessThan(TWO_CENTIMETRES);
    assertThat(skin(needle, Spot.SKULL)).isLessThan(TWO_CENTIMETRES);
    assertThat(needle.at(Spot.RIGHT_EAR).y()).isLessThan(0.05);
    assertThat(needle.at(Spot.PELVIS).x()).isCloseTo(0, within(0.08));
    assertThat(needle.at(Spot.RIGHT_WRIST).z()).isLessThan(needle.at(Spot.LEFT_KNEE).z() - 0.2);
    assertThat(skin(needle, Spot.RIGHT_WRIST)).isLessThan(TWO_CENTIMETRES);
  }

  @Test
  void who_lies_over_the_towel_has_it_under_the_middle_of_the_spine() {
    Posed over = Posed.of(Build.ADULT, Poses.OVER_TOWEL);
    assertThat(skin(over, Spot.T6)).isBetween(0.04, 2 * Towel.RADIUS);
    for (Spot spot : List.of(Spot.SKULL, Spot.RIGHT_WRIST, Spot.RIGHT_HEEL, Spot.RIGHT_TOES)) {
      assertThat(skin(over, spot)).as(spot.name()).isLessThan(TWO_CENTIMETRES);
    }
  }

  @Test
  void hands_at_the_desk_are_on_it() {
    double desk = Furniture.DESK_HEIGHT * Build.ADULT.stature();
    for (Pose pose : List.of(Poses.SIT_TALL, Poses.SLUMP_AT_DESK)) {
      Posed posed = Posed.of(Build.ADULT, pose);
      assertThat(skin(posed, Spot.RIGHT_WRIST) - desk).isBetween(0.0, 0.03);
      assertThat(skin(posed, Spot.RIGHT_FINGERTIPS) - desk).isBetween(0.0, 0.03);
    }
  }

  @Test
  void hands_that_carry_are_on_the_floor() {
    for (Pose pose : List.of(Poses.TABLE_TOP, Poses.SIT_ON_MAT, Poses.PUSH_UP_FROM_SIDE)) {
      Posed posed = Posed.of(Build.ADULT, pose);
      for (Spot spot : List.of(Spot.LEFT_WRIST, Spot.RIGHT_WRIST, Spot.RIGHT_KNUCKLES)) {
        assertThat(skin(posed, spot)).as(spot.name()).isLessThan(TWO_CENTIMETRES);
      }
    }
  }

  private static double skin(Posed posed, Spot spot) {
    return posed.at(spot).y() - posed.build().girthAt(spot);
  }

  private static Figure figure(String name) {
    return Objects.requireNonNull(Figures.all().get(name));
  }
}
