package org.counterpose.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PosedTest {

  private static final Pose BENT =
      Pose.STANDING
          .with(Joint.PELVIS, 20, 10, -15)
          .with(Joint.LUMBAR, 10, 5, -5)
          .with(Joint.THORAX, 10, -12, 20)
          .with(Joint.NECK, -5, 8, 30)
          .with(Joint.LEFT_SHOULDER, 80, 30, 20)
          .with(Joint.RIGHT_SHOULDER, 20, -10, -40)
          .with(Joint.LEFT_ELBOW, 70)
          .with(Joint.RIGHT_HIP, 60, 20, 15)
          .with(Joint.RIGHT_KNEE, 80);

  @Test
  void somebody_upright_is_as_tall_as_they_are() {
    Posed posed = standing();
    assertThat(posed.at(Spot.CROWN).y()).isCloseTo(1.7, within(0.02));
    assertThat(posed.at(Spot.LEFT_TOES).y()).isCloseTo(0.02, within(0.01));
  }

  @Test
  void ear_shoulder_and_hip_of_somebody_upright_are_nearly_above_one_another() {
    Posed posed = standing();
    double ear = posed.at(Spot.RIGHT_EAR).x();
    assertThat(posed.at(Spot.RIGHT_SHOULDER).x()).isCloseTo(ear, within(0.04));
    assertThat(posed.at(Spot.RIGHT_HIP).x()).isCloseTo(ear, within(0.04));
  }

  @Test
  void right_is_to_the_right_and_the_nose_is_before_the_ears() {
    Posed posed = standing();
    assertThat(posed.at(Spot.RIGHT_SHOULDER).z()).isPositive();
    assertThat(posed.at(Spot.LEFT_SHOULDER).z()).isNegative();
    assertThat(posed.at(Spot.NOSE).x()).isGreaterThan(posed.at(Spot.LEFT_EAR).x() + 0.08);
  }

  @Test
  void each_joint_goes_the_way_that_its_word_says() {
    Pose pose =
        Pose.STANDING
            .with(Joint.LEFT_SHOULDER, 90)
            .with(Joint.RIGHT_SHOULDER, 0, 90, 0)
            .with(Joint.LEFT_KNEE, 90)
            .with(Joint.RIGHT_HIP, 90)
            .with(Joint.THORAX, 40);
    Posed posed = Posed.of(Build.ADULT, pose);
    Posed upright = standing();
    assertThat(posed.at(Spot.LEFT_WRIST).x()).isGreaterThan(posed.at(Spot.LEFT_SHOULDER).x() + 0.3);
    assertThat(posed.at(Spot.RIGHT_WRIST).z())
        .isGreaterThan(posed.at(Spot.RIGHT_SHOULDER).z() + 0.5);
    assertThat(posed.at(Spot.LEFT_ANKLE).x()).isLessThan(posed.at(Spot.LEFT_KNEE).x() - 0.3);
    assertThat(posed.at(Spot.RIGHT_KNEE).x()).isGreaterThan(posed.at(Spot.PELVIS).x() + 0.3);
    assertThat(posed.at(Spot.NOSE).x() - posed.at(Spot.PELVIS).x())
        .isGreaterThan(upright.at(Spot.NOSE).x() - upright.at(Spot.PELVIS).x() + 0.1);
  }

  @Test
  void a_forearm_turns_inwards_on_both_sides() {
    Pose pose =
        Pose.STANDING
            .with(Joint.LEFT_SHOULDER, 0, 0, 60)
            .with(Joint.RIGHT_SHOULDER, 0, 0, 60)
            .with(Joint.LEFT_ELBOW, 90)
            .with(Joint.RIGHT_ELBOW, 90);
    Posed posed = Posed.of(Build.ADULT, pose);
    assertThat(posed.at(Spot.LEFT_WRIST).z()).isGreaterThan(posed.at(Spot.LEFT_ELBOW).z() + 0.1);
    assertThat(posed.at(Spot.RIGHT_WRIST).z()).isLessThan(posed.at(Spot.RIGHT_ELBOW).z() - 0.1);
  }

  @Test
  void a_rotation_to_the_right_brings_the_left_shoulder_forwards() {
    Posed posed = Posed.of(Build.ADULT, Pose.STANDING.with(Joint.THORAX, 0, 0, 40));
    assertThat(posed.at(Spot.LEFT_SHOULDER).x())
        .isGreaterThan(posed.at(Spot.RIGHT_SHOULDER).x() + 0.1);
  }

  @ParameterizedTest
  @EnumSource(Rest.class)
  void nothing_sinks_into_the_floor(Rest rest) {
    Posed posed = Posed.of(Build.ADULT, BENT.on(rest));
    for (Spot spot : Spot.values()) {
      double skin = posed.at(spot).y() - posed.build().girthAt(spot);
      assertThat(rest == Rest.SEAT ? 0 : skin).as(spot.name()).isGreaterThan(-1e-9);
    }
  }

  @Test
  void bones_keep_their_length_in_every_posture() {
    Posed bent = Posed.of(Build.ADULT, BENT);
    Posed upright = standing();
    List<Spot[]> bones =
        List.of(
            new Spot[] {Spot.LEFT_SHOULDER, Spot.LEFT_ELBOW},
            new Spot[] {Spot.LEFT_ELBOW, Spot.LEFT_WRIST},
            new Spot[] {Spot.RIGHT_HIP, Spot.RIGHT_KNEE},
            new Spot[] {Spot.RIGHT_KNEE, Spot.RIGHT_ANKLE},
            new Spot[] {Spot.LEFT_SHOULDER, Spot.RIGHT_SHOULDER},
            new Spot[] {Spot.C7, Spot.ATLAS});
    for (Spot[] bone : bones) {
      assertThat(bent.at(bone[0]).distanceTo(bent.at(bone[1])))
          .isCloseTo(upright.at(bone[0]).distanceTo(upright.at(bone[1])), within(1e-9));
    }
  }

  @Test
  void a_mirrored_posture_is_the_mirror_image() {
    Posed posed = Posed.of(Build.ADULT, BENT);
    Posed mirrored = Posed.of(Build.ADULT, BENT.mirrored());
    for (Spot spot : Spot.values()) {
      Position one = posed.at(spot);
      Position other = mirrored.at(spot.mirrored());
      assertThat(other.x()).isCloseTo(one.x(), within(1e-9));
      assertThat(other.y()).isCloseTo(one.y(), within(1e-9));
      assertThat(other.z()).isCloseTo(-one.z(), within(1e-9));
    }
    assertThat(BENT.mirrored().mirrored()).isEqualTo(BENT);
  }

  @Test
  void a_movement_begins_and_ends_with_its_postures() {
    Movement movement = new Movement(List.of(Pose.STANDING, BENT, Pose.STANDING));
    assertThat(movement.at(0.5).of(Joint.THORAX)).isEqualTo(BENT.of(Joint.THORAX));
    assertThat(movement.at(1).of(Joint.THORAX)).isEqualTo(Angles.NONE);
    assertThat(movement.at(0.25).of(Joint.THORAX).first()).isCloseTo(5, within(1e-9));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> movement.at(1.01))
        .withMessage("a moment is within 0 and 1, got 1.01");
  }

  @Test
  void a_seat_fits_the_legs_of_who_sits_on_it() {
    Build tall = new Build(1.95, 1, 1, 1.1, 1, 1);
    Pose sitting =
        new Pose(
            Rest.SEAT,
            Map.of(Joint.LEFT_HIP, new Angles(90, 0, 0), Joint.LEFT_KNEE, new Angles(90, 0, 0)));
    Posed posed = Posed.of(tall, sitting);
    double sole = posed.at(Spot.LEFT_HEEL).y() - tall.girthAt(Spot.LEFT_HEEL);
    assertThat(sole).isCloseTo(0, within(0.01));
  }

  private static Posed standing() {
    return Posed.of(Build.ADULT, Pose.STANDING);
  }
}
