package org.counterpose.coach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.counterpose.pose.Frame;
import org.counterpose.pose.Landmark;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every coach, shown what earns its credit and then the same spoiled. */
class SpoiledInputTest {

  private static final long SEED = 20261126;

  private static final int X = 0;
  private static final int Y = 1;
  private static final int Z = 2;
  private static final int VISIBILITY = 3;

  static Stream<Arguments> atEveryRate() {
    return Arrays.stream(Shown.values())
        .flatMap(
            shown ->
                Stream.of(5, 12, 24, 30, 60).map(frames -> Arguments.of(shown, (double) frames)));
  }

  @ParameterizedTest
  @MethodSource("atEveryRate")
  void unspoiled_it_earns_the_same_at_5_to_60_frames_a_second(Shown shown, double frames) {
    assertThat(shown.credit(shown.done(frames))).isNotEmpty().isEqualTo(honest(shown));
  }

  @ParameterizedTest
  @EnumSource
  void a_third_of_the_frames_missing_changes_nothing(Shown shown) {
    List<Frame> some = new ArrayList<>();
    List<Frame> all = shown.done(15);
    for (int i = 0; i < all.size(); i++) {
      if (i % 3 != 1) {
        some.add(all.get(i));
      }
    }

    assertThat(shown.credit(some)).isEqualTo(honest(shown));
  }

  @ParameterizedTest
  @EnumSource
  void frames_without_numbers_or_without_a_body_in_between_change_nothing(Shown shown) {
    Random random = new Random(SEED);
    List<Frame> mixed = new ArrayList<>();
    for (Frame frame : shown.done(15)) {
      int kind = random.nextInt(6);
      if (kind == 0) {
        mixed.add(Frame.empty(frame.millis()));
      } else if (kind == 1) {
        mixed.add(spoiled(shown, frame, (values, i) -> values[i] = Double.NaN));
      } else {
        mixed.add(frame);
      }
    }

    assertThat(shown.credit(mixed)).isEqualTo(honest(shown));
  }

  @ParameterizedTest
  @EnumSource
  void depth_is_never_looked_at(Shown shown) {
    Random random = new Random(SEED);
    double[] nonsense = {Double.NaN, Double.NEGATIVE_INFINITY, 1e300, -7};

    assertThat(shown.credit(each(shown, Z, v -> nonsense[random.nextInt(nonsense.length)])))
        .isEqualTo(honest(shown));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DESK_FROM_THE_FRONT")
  void who_faces_the_other_way_earns_the_same(Shown shown) {
    assertThat(shown.credit(each(shown, X, x -> 1 - x))).isEqualTo(honest(shown));
  }

  @ParameterizedTest
  @EnumSource(names = "DESK_FROM_THE_FRONT")
  void left_and_right_exchanged_is_a_back_and_not_a_face(Shown shown) {
    assertThat(shown.credit(each(shown, X, x -> 1 - x))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void upside_down_nothing_is_earned(Shown shown) {
    assertThat(shown.credit(each(shown, Y, y -> 1 - y))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void on_its_side_nothing_is_earned(Shown shown) {
    List<Frame> turned = new ArrayList<>();
    for (Frame frame : shown.done(15)) {
      double[] values = shown.values(frame);
      for (int i = 0; i < values.length; i += Frame.PER_POINT) {
        double x = values[i];
        values[i] = values[i + Y];
        values[i + Y] = x;
      }
      turned.add(Frame.of(frame.millis(), values, 1));
    }

    assertThat(shown.credit(turned)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void points_that_the_model_itself_doubts_earn_nothing(Shown shown) {
    assertThat(shown.credit(each(shown, VISIBILITY, v -> 0.1))).isEmpty();
    assertThat(shown.credit(each(shown, VISIBILITY, v -> Double.NaN))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void points_outside_the_picture_earn_nothing(Shown shown) {
    assertThat(shown.credit(each(shown, X, x -> x + 1))).isEmpty();
    assertThat(shown.credit(each(shown, Y, y -> y - 1))).isEmpty();
  }

  /** The one at the beginning of what is done, the other, smaller, in the middle of it. */
  @ParameterizedTest
  @EnumSource(names = {"NEEDLE", "DESK_FROM_THE_SIDE", "DESK_FROM_THE_FRONT", "POSTURE"})
  void of_two_people_by_turns_who_both_keep_still_nobody_earns_anything(Shown shown) {
    List<Frame> done = shown.done(15);
    Frame one = done.get(20);
    Frame other = done.get(done.size() / 3);
    List<Frame> turns = new ArrayList<>();
    for (int i = 0; i < 900; i++) {
      double[] values = shown.values(i % 2 == 0 ? one : other);
      if (i % 2 == 1) {
        for (int p = 0; p < values.length; p += Frame.PER_POINT) {
          values[p] = 0.6 + (values[p] - 0.5) / 2;
          values[p + Y] = 0.6 + (values[p + Y] - 0.5) / 2;
        }
      }
      turns.add(Frame.of(i * 67, values, shown.aspect));
    }

    assertThat(shown.credit(turns)).isEmpty();
  }

  /** Every moment is an hour from the one before. */
  @ParameterizedTest
  @EnumSource
  void with_hours_between_the_frames_nothing_is_earned(Shown shown) {
    List<Frame> rare = new ArrayList<>();
    for (Frame frame : shown.done(15)) {
      rare.add(Frame.of(rare.size() * 3_600_000.0, shown.values(frame), shown.aspect));
    }

    assertThat(shown.credit(rare)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void a_clock_that_stands_goes_back_or_is_no_number_earns_nothing(Shown shown) {
    List<Frame> frames = new ArrayList<>();
    for (Frame frame : shown.done(15)) {
      double[] values = shown.values(frame);
      frames.add(Frame.of(-frame.millis(), values, shown.aspect));
      frames.add(Frame.of(Double.NaN, values, shown.aspect));
      frames.add(Frame.of(Double.POSITIVE_INFINITY, values, shown.aspect));
    }

    assertThat(shown.credit(frames)).isEmpty();
  }

  @ParameterizedTest(name = "{0}, seed " + SEED)
  @DisplayName("points at random earn nothing")
  @EnumSource
  void points_at_random_earn_nothing(Shown shown) {
    Random random = new Random(SEED);
    double[] odd = {Double.NaN, Double.POSITIVE_INFINITY, -1e308, 1e308, Double.MIN_VALUE, -0.0};
    List<Frame> frames = new ArrayList<>();
    double now = 0;
    for (int i = 0; i < 20_000; i++) {
      now += random.nextInt(50) == 0 ? random.nextDouble() * 10_000 - 3000 : 66;
      double[] values = new double[Landmark.COUNT * Frame.PER_POINT];
      int oddities = random.nextInt(4);
      Arrays.setAll(
          values,
          n ->
              random.nextInt(200) < oddities
                  ? odd[random.nextInt(odd.length)]
                  : n % Frame.PER_POINT == VISIBILITY ? 0.99 : random.nextDouble());
      frames.add(Frame.of(now, values, shown.aspect));
    }

    assertThat(shown.credit(frames)).isEmpty();
  }

  private static List<String> honest(Shown shown) {
    return shown.credit(shown.done(15));
  }

  private interface Change {
    double of(double value);
  }

  /** One number of each point of each frame, changed. */
  private static List<Frame> each(Shown shown, int number, Change change) {
    List<Frame> frames = new ArrayList<>();
    for (Frame frame : shown.done(15)) {
      frames.add(
          spoiled(
              shown,
              frame,
              (values, i) -> {
                if (i % Frame.PER_POINT == number) {
                  values[i] = change.of(values[i]);
                }
              }));
    }
    return frames;
  }

  private static Frame spoiled(Shown shown, Frame frame, BiConsumer<double[], Integer> change) {
    double[] values = shown.values(frame);
    for (int i = 0; i < values.length; i++) {
      change.accept(values, i);
    }
    return Frame.of(frame.millis(), values, shown.aspect);
  }
}
