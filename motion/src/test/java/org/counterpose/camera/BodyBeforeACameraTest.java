package org.counterpose.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.counterpose.body.Build;
import org.counterpose.body.Joint;
import org.counterpose.body.Pose;
import org.counterpose.body.Posed;
import org.counterpose.body.Position;
import org.counterpose.body.Spot;
import org.counterpose.pose.Frame;
import org.counterpose.pose.Landmark;
import org.junit.jupiter.api.Test;

class BodyBeforeACameraTest {

  private static final Posed STANDING = Posed.of(Build.ADULT, Pose.STANDING);
  private static final Position HIPS = STANDING.at(Spot.PELVIS);

  @Test
  void what_the_camera_looks_at_is_in_the_middle() {
    Camera camera = fromTheRight(2, 0);
    Position before = camera.before(HIPS);
    assertThat(camera.x(before)).isCloseTo(0.5, within(1e-9));
    assertThat(camera.y(before)).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void half_a_metre_at_two_metres_is_a_quarter_of_a_picture_as_tall_as_it_is_far() {
    Camera camera = fromTheRight(2, 0);
    Position forwardsAndUp = camera.before(HIPS.plus(new Position(0.5, 0.5, 0)));
    // Seen from the right, forwards is to the right of the picture.
    assertThat(camera.x(forwardsAndUp)).isCloseTo(0.5 + 0.25 / (4 / 3.0), within(1e-9));
    assertThat(camera.y(forwardsAndUp)).isCloseTo(0.25, within(1e-9));
  }

  @Test
  void seen_from_the_front_the_left_hand_is_to_the_right_of_the_picture() {
    Frame frame = Landmarks.of(STANDING, fromTheFront(2.5), 0);
    assertThat(frame.at(Landmark.LEFT_WRIST).x()).isGreaterThan(frame.at(Landmark.RIGHT_WRIST).x());
    assertThat(frame.at(Landmark.LEFT_EYE).x()).isGreaterThan(frame.at(Landmark.RIGHT_EYE).x());
  }

  @Test
  void somebody_twice_as_far_away_is_half_as_tall() {
    double near = tall(Landmarks.of(STANDING, fromTheRight(2.5, 0), 0));
    double far = tall(Landmarks.of(STANDING, fromTheRight(5, 0), 0));
    assertThat(far).isCloseTo(near / 2, within(0.01));
  }

  @Test
  void a_camera_that_is_rolled_to_its_right_shows_everybody_leaning_to_the_left() {
    Frame frame = Landmarks.of(STANDING, fromTheRight(2.5, 10), 0);
    double lean = inclination(frame) - inclination(Landmarks.of(STANDING, fromTheRight(2.5, 0), 0));
    assertThat(lean).isCloseTo(-10, within(0.5));
  }

  @Test
  void the_nearer_shoulder_is_before_the_hips_in_depth_and_the_other_behind() {
    Frame frame = Landmarks.of(STANDING, fromTheRight(2.5, 0), 0);
    assertThat(depth(frame, Landmark.RIGHT_SHOULDER)).isNegative();
    assertThat(depth(frame, Landmark.LEFT_SHOULDER)).isPositive();
  }

  @Test
  void an_arm_behind_the_body_is_doubted_and_the_one_before_it_is_not() {
    Frame frame = Landmarks.of(STANDING, fromTheRight(2.5, 0), 0);
    assertThat(frame.visibility(Landmark.RIGHT_ELBOW)).isGreaterThan(0.9);
    assertThat(frame.visibility(Landmark.LEFT_ELBOW)).isLessThan(0.7);
    assertThat(frame.visibility(Landmark.LEFT_SHOULDER)).isGreaterThan(0.9);
  }

  @Test
  void an_arm_stretched_out_behind_the_body_is_seen_again() {
    Posed reaching = Posed.of(Build.ADULT, Pose.STANDING.with(Joint.LEFT_SHOULDER, 90));
    Frame frame = Landmarks.of(reaching, fromTheRight(2.5, 0), 0);
    assertThat(frame.visibility(Landmark.LEFT_WRIST)).isGreaterThan(0.9);
  }

  @Test
  void a_hand_before_a_knee_does_not_make_it_doubted() {
    Pose pose = Pose.STANDING.with(Joint.RIGHT_SHOULDER, 35).with(Joint.RIGHT_HIP, 75);
    Posed handBeforeKnee = Posed.of(Build.ADULT, pose);
    Camera camera = fromTheRight(2.5, 0);
    Position knee = handBeforeKnee.at(Spot.RIGHT_KNEE);
    assertThat(new Flesh(handBeforeKnee).hidesOfArm(knee, camera.place())).isTrue();
    Frame frame = Landmarks.of(handBeforeKnee, camera, 0);
    assertThat(frame.visibility(Landmark.RIGHT_KNEE)).isGreaterThan(0.9);
  }

  @Test
  void from_the_front_only_the_heels_of_somebody_who_stands_are_hidden() {
    Frame frame = Landmarks.of(STANDING, fromTheFront(2.5), 0);
    assertThat(Landmark.values())
        .filteredOn(landmark -> frame.visibility(landmark) < 0.9)
        .containsExactly(Landmark.LEFT_HEEL, Landmark.RIGHT_HEEL);
  }

  @Test
  void what_is_outside_the_picture_is_a_guess() {
    Frame frame = Landmarks.of(STANDING, fromTheRight(0.8, 0), 0);
    assertThat(frame.visibility(Landmark.NOSE)).isLessThan(0.5);
    assertThat(frame.visibility(Landmark.RIGHT_HIP)).isGreaterThan(0.9);
  }

  @Test
  void what_is_behind_the_camera_is_nowhere() {
    Frame frame = Landmarks.of(STANDING.movedBy(new Position(0, 0, 5)), fromTheRight(2, 0), 0);
    assertThat(frame.at(Landmark.NOSE).x()).isNaN();
    assertThat(frame.visibility(Landmark.NOSE)).isLessThan(0.5);
  }

  @Test
  void the_floor_reaches_to_the_lower_edge_of_the_picture() {
    Photo room = Photo.empty(fromTheRight(2.5, 0), 240);
    assertThat(room.value(160, 239, 0) - room.value(160, 239, 2)).isGreaterThan(40); // wood
    assertThat(room.value(160, 10, 0) - room.value(160, 10, 2)).isLessThan(30); // wall
  }

  private static Camera fromTheRight(double distance, double roll) {
    return Camera.looking(HIPS.plus(new Position(0, 0, distance)), HIPS, roll);
  }

  private static Camera fromTheFront(double distance) {
    return Camera.looking(HIPS.plus(new Position(distance, 0, 0)), HIPS, 0);
  }

  private static double tall(Frame frame) {
    return frame.at(Landmark.LEFT_ANKLE).y() - frame.at(Landmark.NOSE).y();
  }

  private static double inclination(Frame frame) {
    return frame
        .mid(Landmark.LEFT_ANKLE, Landmark.RIGHT_ANKLE)
        .inclinationTo(frame.mid(Landmark.LEFT_SHOULDER, Landmark.RIGHT_SHOULDER));
  }

  private static double depth(Frame frame, Landmark landmark) {
    return frame.value(landmark.ordinal() * Frame.PER_POINT + 2);
  }
}
