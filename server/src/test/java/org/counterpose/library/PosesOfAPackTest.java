package org.counterpose.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.counterpose.body.Joint;
import org.counterpose.body.Pose;
import org.counterpose.body.Rest;
import org.counterpose.document.Problems;
import org.counterpose.programme.Programme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The figure of standing up ends in a pose of the test's own. */
class PosesOfAPackTest {

  private static final String PACK = "programme.yaml";

  @TempDir private Path temporary = Path.of("");
  private PackToBreak pack;

  @BeforeEach
  void copy() throws IOException {
    pack = PackToBreak.in(temporary);
    pack.replace(
        PACK, "poses: [sit-slumped, rise, stand]", "poses: [sit-slumped, rise, stand, own]");
  }

  @Test
  void a_pose_is_the_one_that_it_begins_as_and_what_it_changes() {
    Pose own = own("{from: stand, rest: floor, right-shoulder: {flexion: 90}}");
    assertThat(own.rest()).isEqualTo(Rest.FLOOR);
    assertThat(own.of(Joint.RIGHT_SHOULDER).first()).isEqualTo(90);
    assertThat(own.of(Joint.RIGHT_SHOULDER).second()).isEqualTo(5);
    assertThat(own.of(Joint.RIGHT_KNEE).first()).isEqualTo(10);
  }

  @Test
  void a_mirror_image_has_left_for_right() {
    Pose own = own("{mirror: needle-right}");
    assertThat(own.of(Joint.LEFT_WRIST).first()).isEqualTo(2.5);
    assertThat(own.of(Joint.THORAX).third()).isEqualTo(45);
  }

  @Test
  void one_side_differs_from_both_wherever_it_is_written() {
    Pose own = own("{rest: feet, left-knee: {flexion: 70}, knees: {flexion: 10}}");
    assertThat(own.of(Joint.LEFT_KNEE).first()).isEqualTo(70);
    assertThat(own.of(Joint.RIGHT_KNEE).first()).isEqualTo(10);
  }

  @Test
  void a_pose_may_begin_as_one_that_follows_and_so_on_to_the_last() {
    assertThat(own("{from: p1}\n" + chain(150)).of(Joint.HEAD).first()).isEqualTo(7);
  }

  @Test
  void more_poses_than_a_pack_may_have_are_told_once() {
    write("{from: p1}\n" + chain(25_000));
    assertThat(pack.problems())
        .singleElement()
        .asString()
        .contains("poses: a pack has at most 200 poses, this one has 250");
  }

  @Test
  void a_band_that_leads_nowhere_is_told_where_it_stands() {
    pack.replace(
        PACK,
        "props: [stool, band]",
        "props: [stool]\n    bands: [{round: pelvis, towards: {up: 0.001}}]");
    assertThat(pack.problems())
        .anyMatch(told -> told.endsWith("bands[0].towards: must be longer than 0.01 metres"));
  }

  /** Each begins as the next, the last as nothing. */
  private static String chain(int length) {
    StringBuilder poses = new StringBuilder();
    for (int i = 1; i < length; i++) {
      poses.append("  p").append(i).append(": {from: p").append(i + 1).append("}\n");
    }
    return poses + "  p" + length + ": {rest: feet, head: {flexion: 7}}\n";
  }

  private void write(String pose) {
    pack.replace(PACK, "\nposes:\n", "\nposes:\n  own: " + pose.strip() + "\n");
  }

  private Pose own(String pose) {
    write(pose);
    Problems problems = new Problems();
    Programme programme = PackFolder.read(pack.folder(), problems).orElseThrow().programme();
    assertThat(problems.list()).isEmpty();
    return Objects.requireNonNull(programme.figures().get("change-position"))
        .movement()
        .poses()
        .getLast();
  }
}
