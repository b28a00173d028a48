package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FigureCommandTest {

  private static final String PACK = "../programmes/mid-back";

  @TempDir Path place;

  private final Commands commands = new Commands();

  @Test
  void a_step_is_drawn_at_a_moment_of_its_movement() {
    assertThat(run("thread-the-needle", "--moment", "0")).isZero();
    String table = commands.out();
    assertThat(table).startsWith("<svg").contains("<path");
    Commands later = new Commands();
    later.run("figure", "thread-the-needle", "--programme", PACK, "--moment", "0.25");
    assertThat(later.out()).startsWith("<svg").isNotEqualTo(table);
  }

  @Test
  void a_figure_is_drawn_by_its_name_and_may_move() {
    assertThat(run("thread-the-needle-under-left", "--animated")).isZero();
    assertThat(commands.out()).contains("<animate");
  }

  @Test
  void moments_stand_side_by_side_for_print() {
    assertThat(run("thread-the-needle", "--sequence", "4")).isZero();
    assertThat(commands.out().split("<g transform", -1)).hasSize(5);
  }

  @Test
  void of_a_step_with_sides_each_side_is_shown_at_its_end_as_its_own_figure_is() {
    assertThat(run("thread-the-needle", "--sequence", "3")).isZero();
    List<String> side = frames(commands.out());

    assertThat(side)
        .containsExactly(
            last("thread-the-needle-start"),
            last("thread-the-needle-under-left"),
            last("thread-the-needle-under-right"));
    Commands two = new Commands();
    two.run("figure", "thread-the-needle", "--programme", PACK, "--sequence", "2");
    assertThat(frames(two.out())).isEqualTo(side.subList(1, 3));
    Commands five = new Commands();
    five.run("figure", "thread-the-needle", "--programme", PACK, "--sequence", "5");
    assertThat(frames(five.out())).hasSize(5).containsSubsequence(side);
  }

  @Test
  void a_step_that_has_the_name_of_a_figure_shows_its_sides_all_the_same() {
    Commands wall = new Commands();
    wall.run("figure", "knee-to-wall", "--programme", "../programmes/ankles", "--sequence", "3");

    List<String> frames = frames(wall.out());
    assertThat(frames).hasSize(3).doesNotHaveDuplicates();
    Commands right = new Commands();
    right.run("figure", "knee-to-wall-right", "--programme", "../programmes/ankles");
    assertThat(right.out()).contains(frames.getLast());
  }

  @Test
  void the_band_that_a_side_pulls_is_in_its_picture() {
    Commands band = new Commands();
    band.run("figure", "band", "--programme", "../programmes/ankles", "--sequence", "8");

    assertThat(frames(band.out())).hasSize(8).allMatch(frame -> frame.contains("#e0a030"));
  }

  /** What is drawn of each moment, without where it stands. */
  private static List<String> frames(String sequence) {
    return Stream.of(sequence.split("<g transform=\"[^\"]*\">|</g>"))
        .filter(part -> part.startsWith("<path"))
        .toList();
  }

  private static String last(String figure) {
    Commands alone = new Commands();
    alone.run("figure", figure, "--programme", PACK);
    return alone.out().replaceAll("^<svg[^>]*>|</svg>\\s*$", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.2", "-0.1", "NaN"})
  void a_moment_outside_the_movement_is_wrong_use(String moment) {
    assertThat(run("thread-the-needle", "--moment", moment)).isEqualTo(2);
    assertThat(commands.err()).contains("--moment is a number from 0 to 1");
  }

  @Test
  void a_picture_cannot_stand_still_and_move() {
    assertThat(run("thread-the-needle", "--animated", "--moment", "0.5")).isEqualTo(2);
    assertThat(commands.err()).contains("exclude each other").hasLineCount(1);
  }

  @Test
  void a_sequence_of_one_is_wrong_use() {
    assertThat(run("thread-the-needle", "--sequence", "1")).isEqualTo(2);
    assertThat(commands.err()).contains("--sequence is a number from 2 to 8, got 1");
  }

  @Test
  void of_a_broken_pack_every_problem_is_told_and_nothing_is_drawn() throws IOException {
    Path pack = copied();
    Path structure = pack.resolve("programme.yaml");
    Files.writeString(
        structure,
        Files.readString(structure).replace("neck: {flexion: -14}", "neck: {flexion: 94}"));
    assertThat(commands.run("figure", "bow", "--programme", pack.toString())).isEqualTo(1);
    assertThat(commands.out()).isEmpty();
    assertThat(commands.err())
        .contains("poses.table-top.neck.flexion: 94 degrees is beyond what the joint allows");
  }

  @Test
  void an_unknown_step_is_told_with_those_that_there_are() {
    assertThat(run("handstand")).isEqualTo(2);
    assertThat(commands.err())
        .contains("no drawn step or figure 'handstand'")
        .contains("thread-the-needle");
  }

  @Test
  void a_pose_that_an_author_adds_is_drawn() throws IOException {
    Path pack = copied();
    Path structure = pack.resolve("programme.yaml");
    Files.writeString(
        structure,
        Files.readString(structure)
            .replaceFirst(
                "(?m)^poses:\n",
                "poses:\n  arms-up:\n    rest: feet\n    shoulders: {flexion: 170}\n")
            .replaceFirst(
                "(?m)^  change-position:\n    view: .*\n    poses: .*\n",
                "  change-position:\n    view: right\n    poses: [sit-slumped, rise, stand, arms-up]\n"));
    Commands drawn = new Commands();
    assertThat(drawn.run("figure", "change-position", "--programme", pack.toString())).isZero();
    assertThat(run("change-position")).isZero();
    assertThat(drawn.out()).startsWith("<svg").isNotEqualTo(commands.out());
  }

  @Test
  void a_figure_can_be_looked_at_before_anything_shows_it() throws IOException {
    Path pack = copied();
    Path structure = pack.resolve("programme.yaml");
    Files.writeString(
        structure,
        Files.readString(structure)
            .replaceFirst(
                "(?m)^figures:\n", "figures:\n  new-one:\n    view: front\n    poses: [stand]\n"));
    Commands drawn = new Commands();
    assertThat(drawn.run("figure", "new-one", "--programme", pack.toString())).isZero();
    assertThat(drawn.out()).startsWith("<svg");
    Commands other = new Commands();
    assertThat(other.run("figure", "no-such-one", "--programme", pack.toString())).isEqualTo(1);
    assertThat(other.err()).contains("nothing shows the figure 'new-one'");
  }

  private Path copied() throws IOException {
    Path from = Path.of(PACK);
    Path to = place.resolve("mid-back");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
    return to;
  }

  private int run(String... arguments) {
    return commands.run(
        Stream.concat(
                Stream.of("figure"),
                Stream.concat(Stream.of(arguments), Stream.of("--programme", PACK)))
            .toArray(String[]::new));
  }
}
