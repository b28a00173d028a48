package org.counterpose.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.counterpose.body.Build;
import org.counterpose.body.Movement;
import org.counterpose.body.Pose;
import org.counterpose.body.Position;
import org.counterpose.body.Spot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class DrawingTest {

  static Stream<String> names() {
    return Figures.all().keySet().stream();
  }

  @Test
  void limbs_of_the_far_side_are_pale_and_behind_the_trunk() {
    for (View view : List.of(View.RIGHT, View.LEFT)) {
      List<Shape> shapes = shapes(of(view, Poses.SIT_TALL), 1);
      String near = view == View.RIGHT ? "right-arm" : "left-arm";
      String far = view == View.RIGHT ? "left-arm" : "right-arm";
      assertThat(shape(shapes, near).paint()).contains(Tone.NEAR.colour());
      assertThat(shape(shapes, far).paint()).contains(Tone.FAR.colour());
      assertThat(keys(shapes)).containsSubsequence(far, "trunk", near);
    }
  }

  @Test
  void both_arms_are_dark_where_neither_is_further_away() {
    List<Shape> shapes = shapes(of(View.BACK, Poses.SIT_ON_STOOL), 1);
    assertThat(shape(shapes, "left-arm").paint()).contains(Tone.NEAR.colour());
    assertThat(shape(shapes, "right-arm").paint()).contains(Tone.NEAR.colour());
    assertThat(shape(shapes, "left-leg").paint()).contains(Tone.FAR.colour());
  }

  @Test
  void an_arm_that_reaches_across_keeps_its_tone() {
    List<Shape> shapes = shapes(Figures.needleRight(), 0);
    List<Shape> later = shapes(Figures.needleRight(), 1);
    assertThat(shape(later, "right-arm").paint()).isEqualTo(shape(shapes, "right-arm").paint());
    assertThat(shape(later, "right-arm").paint()).contains(Tone.FAR.colour());
  }

  @Test
  void hair_is_behind_a_face_and_before_the_back_of_a_head() {
    assertThat(keys(shapes(of(View.FRONT, Poses.SIT_TALL), 1)))
        .containsSubsequence("crown", "nape", "face");
    assertThat(keys(shapes(of(View.BACK, Poses.SIT_TALL), 1)))
        .containsSubsequence("face", "crown", "nape");
  }

  @ParameterizedTest
  @MethodSource("names")
  void the_spine_is_drawn_in_the_accent_colour(String name) {
    assertThat(Drawing.still(figure(name), 1))
        .contains("stroke=\"" + Tone.ACCENT.colour() + "\" stroke-width=\"3.4\"");
  }

  @ParameterizedTest
  @MethodSource("names")
  void the_mirrored_movement_from_the_other_side_is_the_mirror_image(String name) {
    Figure figure = figure(name);
    List<Pose> poses = figure.movement().poses().stream().map(Pose::mirrored).toList();
    Figure mirrored =
        new Figure(new Movement(poses), figure.view().mirrored(), List.of(), List.of());
    List<Shape> other = shapes(mirrored, 1);
    for (Shape shape :
        shapes(new Figure(figure.movement(), figure.view(), List.of(), List.of()), 1)) {
      Bounds one = shape.path().bounds();
      Bounds two = shape(other, swapped(shape.key())).path().bounds();
      assertThat(two.left()).as(shape.key()).isCloseTo(-one.right(), within(0.8));
      assertThat(two.right()).as(shape.key()).isCloseTo(-one.left(), within(0.8));
      assertThat(two.top()).as(shape.key()).isCloseTo(one.top(), within(0.8));
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_still_is_small_and_an_animation_is_not_large(String name) {
    assertThat(Drawing.still(figure(name), 1)).hasSizeLessThan(12_000);
    assertThat(Drawing.animated(figure(name))).hasSizeLessThan(80_000);
  }

  @ParameterizedTest
  @MethodSource("names")
  void an_animation_begins_with_the_still(String name) throws Exception {
    String view = viewBox(Drawing.still(figure(name), 1));
    assertThat(viewBox(Drawing.animated(figure(name)))).isEqualTo(view);
    assertThat(seenFirst(parsed(Drawing.animated(figure(name)))))
        .isEqualTo(seenFirst(parsed(Drawing.still(figure(name), 1))));
  }

  @ParameterizedTest
  @MethodSource("names")
  void all_values_of_a_shape_have_the_same_commands_and_end_as_they_begin(String name)
      throws Exception {
    NodeList animations = parsed(Drawing.animated(figure(name))).getElementsByTagName("animate");
    for (int i = 0; i < animations.getLength(); i++) {
      Element animation = (Element) animations.item(i);
      String[] values = animation.getAttribute("values").split(";");
      assertThat(animation.getAttribute("keyTimes").split(";")).hasSameSizeAs(values);
      assertThat(animation.getAttribute("dur")).isLessThanOrEqualTo("5s");
      if (animation.getAttribute("attributeName").equals("d")) {
        for (String value : values) {
          assertThat(value.replaceAll("[^A-Za-z]", ""))
              .isEqualTo(values[0].replaceAll("[^A-Za-z]", ""));
        }
      }
    }
  }

  @Test
  void the_two_needles_and_getting_up_are_seen_to_move() {
    for (String name : List.of("thread-the-needle-under-right", "change-position")) {
      assertThat(Drawing.animated(figure(name))).contains("attributeName=\"d\"");
    }
    assertThat(Drawing.animated(Figures.band())).isEqualTo(Drawing.still(Figures.band(), 1));
  }

  @ParameterizedTest
  @MethodSource("names")
  void nothing_is_cut_off_at_any_moment(String name) {
    String[] box = viewBox(Drawing.still(figure(name), 1)).split(" ");
    double left = Double.parseDouble(box[0]);
    double top = Double.parseDouble(box[1]);
    for (int i = 0; i <= 20; i++) {
      for (Shape shape : shapes(figure(name), i / 20.0)) {
        Bounds bounds = shape.path().bounds();
        assertThat(bounds.left()).as(shape.key()).isGreaterThan(left);
        assertThat(bounds.top()).as(shape.key()).isGreaterThan(top);
        assertThat(bounds.right()).isLessThan(left + Double.parseDouble(box[2]));
        assertThat(bounds.bottom()).isLessThan(top + Double.parseDouble(box[3]));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_picture_only_draws(String name) throws Exception {
    Document picture = parsed(Drawing.animated(figure(name)));
    NodeList all = picture.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      Element element = (Element) all.item(i);
      assertThat(element.getTagName()).isIn("svg", "g", "path", "animate");
      assertThat(element.hasAttribute("id")).isFalse();
    }
  }

  @Test
  void an_arrow_follows_the_way_of_its_point() {
    Figure figure = Figures.change();
    Screen screen = new Screen(figure.view());
    Staged staged = new Staged(Build.ADULT, figure.movement());
    String arrow = shape(shapes(figure, 1), "arrow-0").path().text();
    assertThat(arrow).startsWith(moveTo(screen.dot(staged.first().at(Spot.PELVIS))));
    assertThat(staged.last().at(Spot.PELVIS).y())
        .isGreaterThan(staged.first().at(Spot.PELVIS).y() + 0.3);
  }

  @Test
  void an_arrow_points_where_it_is_told_to() {
    Arrow up = new Arrow.Drawn(Spot.CROWN, new Position(0, 0.3, 0), 0);
    Figure figure =
        new Figure(new Movement(List.of(Poses.STAND)), View.RIGHT, List.of(), List.of(up));
    List<Shape> shapes = shapes(figure, 1);
    assertThat(shape(shapes, "arrow-0").path().bounds().bottom())
        .isLessThan(shape(shapes, "crown").path().bounds().top());
  }

  @Test
  void who_gets_up_is_seen_sitting_too_and_stands_where_their_feet_were() {
    Staged staged = new Staged(Build.ADULT, Figures.change().movement());
    Position before = staged.first().between(Spot.LEFT_ANKLE, Spot.RIGHT_ANKLE);
    for (int i = 0; i <= 10; i++) {
      Position now = staged.at(i / 10.0).between(Spot.LEFT_ANKLE, Spot.RIGHT_ANKLE);
      assertThat(now.x()).isCloseTo(before.x(), within(1e-9));
    }
    assertThat(keys(shapes(Figures.change(), 1))).contains("before");
  }

  @Test
  void a_sequence_shows_its_moments_side_by_side() throws Exception {
    Document one = parsed(Drawing.still(Figures.needleRight(), 1));
    Document three = parsed(Drawing.sequence(Figures.needleRight(), 3));
    assertThat(three.getElementsByTagName("path").getLength())
        .isEqualTo(3 * one.getElementsByTagName("path").getLength());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Drawing.sequence(Figures.needleRight(), 1))
        .withMessage("a sequence has 2 to 8 moments, got 1");
  }

  @Test
  void two_towels_are_two_in_an_animation_too() throws Exception {
    Prop here = new Prop(Prop.Kind.TOWEL, new Prop.At(new Position(0.8, 0, 0)));
    Prop there = new Prop(Prop.Kind.TOWEL, new Prop.At(new Position(-0.8, 0, 0)));
    Figure figure =
        new Figure(Figures.needleRight().movement(), View.LEFT, List.of(here, there), List.of());
    List<String> seen = seenFirst(parsed(Drawing.animated(figure)));
    assertThat(seen).doesNotHaveDuplicates();
    assertThat(seen).isEqualTo(seenFirst(parsed(Drawing.still(figure, 1))));
  }

  @Test
  void a_loop_that_is_being_put_on_runs_about_the_elbow() {
    List<String> worn = keys(shapes(Figures.band(), 1));
    assertThat(worn).containsSubsequence("band-left-front", "trunk", "band-left-back");
    List<String> halfway = keys(shapes(Figures.bandOn(), 1));
    assertThat(halfway)
        .containsSubsequence("band-left-under-arm", "left-arm", "band-left-over-arm")
        .contains("band-right-back");
  }

  private static Figure figure(String name) {
    return Objects.requireNonNull(Figures.all().get(name));
  }

  private static Figure of(View view, Pose pose) {
    return new Figure(new Movement(List.of(pose)), view, List.of(), List.of());
  }

  private static List<Shape> shapes(Figure figure, double moment) {
    return new Scene(figure, Build.ADULT).at(moment);
  }

  private static Shape shape(List<Shape> shapes, String key) {
    return shapes.stream().filter(shape -> shape.key().equals(key)).findAny().orElseThrow();
  }

  private static List<String> keys(List<Shape> shapes) {
    return shapes.stream().map(Shape::key).toList();
  }

  private static String swapped(String key) {
    if (key.startsWith("left-")) {
      return "right-" + key.substring(5);
    }
    return key.startsWith("right-") ? "left-" + key.substring(6) : key;
  }

  private static String moveTo(Dot dot) {
    return new Path().move(dot).text();
  }

  private static String viewBox(String svg) {
    return svg.substring(svg.indexOf("viewBox=\"") + 9, svg.indexOf("\">"));
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  /** The paths that are seen before anything has moved. */
  private static List<String> seenFirst(Document picture) {
    List<String> seen = new ArrayList<>();
    NodeList paths = picture.getElementsByTagName("path");
    for (int i = 0; i < paths.getLength(); i++) {
      Element path = (Element) paths.item(i);
      if (!((Element) path.getParentNode()).getAttribute("visibility").equals("hidden")) {
        seen.add(path.getAttribute("fill") + path.getAttribute("d"));
      }
    }
    return seen;
  }
}
