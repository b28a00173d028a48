package org.counterpose.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.counterpose.body.Build;
import org.counterpose.body.Pose;
import org.counterpose.body.Posed;
import org.counterpose.body.Position;
import org.counterpose.body.Rest;

/** A figure on its stage: what is seen of it at any moment, in the order of painting. */
final class Scene {

  private static final double WIDTH = 320;
  private static final double HEIGHT = 220;
  private static final double MARGIN = 12;
  private static final double BELOW = 22;
  private static final double FLOOR_NEAR = 0.2; // metres before the body
  private static final int LOOKS = 8;
  private static final double NOTHING = 0.3; // units of the picture

  private final Figure figure;
  private final Screen screen;
  private final Staged staged;
  private final Body.Tones tones;
  private final Furniture furniture;
  private final Loops loops;
  private final Arrows arrows;
  private final List<Shape> still;
  private final List<String> order;
  private final Set<String> seen = new HashSet<>();
  private final Bounds frame;

  Scene(Figure figure, Build build) {
    this.figure = figure;
    this.screen = new Screen(figure.view());
    this.staged = new Staged(build, figure.movement());
    this.tones = Body.Tones.of(staged.last(), screen);
    this.furniture = new Furniture(figure, staged, screen);
    this.loops = new Loops(figure, staged, screen);
    this.arrows = new Arrows(figure, staged, screen);
    this.still = still();
    this.order = order();
    this.frame = measured();
  }

  Staged staged() {
    return staged;
  }

  List<Shape> at(double moment) {
    Posed posed = staged.at(moment);
    List<Shape> shapes = new ArrayList<>();
    shapes.add(floor());
    shapes.addAll(still);
    List<Part> parts = new ArrayList<>(parts(posed));
    parts.sort(Comparator.comparingInt(part -> order.indexOf(part.name())));
    for (Part part : parts) {
      part.shapes().stream().filter(shape -> seen.contains(shape.key())).forEach(shapes::add);
    }
    shapes.addAll(loops.at(posed));
    shapes.addAll(arrows.at(posed));
    return named(shapes);
  }

  /** Two of a kind get names of their own. */
  private static List<Shape> named(List<Shape> shapes) {
    Set<String> names = new HashSet<>();
    List<Shape> named = new ArrayList<>();
    for (Shape shape : shapes) {
      String name = shape.key();
      while (!names.add(name)) {
        name += "-other";
      }
      named.add(new Shape(name, shape.paint(), shape.path()));
    }
    return named;
  }

  /** The room that the picture takes: the same at every moment. */
  Bounds frame() {
    return frame;
  }

  private List<Shape> still() {
    List<Shape> shapes = new ArrayList<>(furniture.behind());
    List<Pose> poses = figure.movement().poses();
    Rest first = poses.get(0).rest();
    Rest last = poses.get(poses.size() - 1).rest();
    if (first != last && first != Rest.AIR && last != Rest.AIR) {
      shapes.add(before());
    }
    return shapes;
  }

  private List<Part> parts(Posed posed) {
    List<Part> parts = new ArrayList<>(furniture.among());
    parts.addAll(new Body(posed, screen, tones).dressed(figure.props()));
    return parts;
  }

  /** The last posture is what the still shows: it counts as much as the way there. */
  private List<String> order() {
    List<List<Part>> looks = new ArrayList<>();
    for (int i = 0; i <= LOOKS; i++) {
      looks.add(parts(staged.at(i / (double) LOOKS)));
      looks.add(parts(staged.last()));
    }
    return Depth.order(looks, screen);
  }

  /** Who gets up is seen sitting, too: pale, where they came from. */
  private Shape before() {
    Path path = new Path();
    new Body(staged.first(), screen, tones).silhouette(path);
    return Shape.plain("before", Tone.BEFORE, path);
  }

  private Shape floor() {
    Path line = new Path();
    double near = screen.towardsViewer().z() >= 0 ? FLOOR_NEAR : -FLOOR_NEAR;
    double level = screen.dot(new Position(0, 0, near)).y();
    for (Shape shape : still) {
      level = shape.key().equals("mat-edge") ? shape.path().bounds().bottom() : level;
    }
    line.move(new Dot(frame.left() + 14, level));
    line.line(new Dot(frame.right() - 14, level));
    return Shape.line("floor", Tone.FLOOR, 3, line);
  }

  /** What is shrunk to nothing all the time is not drawn at all. */
  private void measure(Shape shape, Bounds drawn) {
    Bounds bounds = shape.path().bounds();
    drawn.add(bounds);
    if (bounds.right() - bounds.left() > NOTHING || bounds.bottom() - bounds.top() > NOTHING) {
      seen.add(shape.key());
    }
  }

  private Bounds measured() {
    Bounds drawn = new Bounds();
    still.forEach(shape -> drawn.add(shape.path().bounds()));
    for (int i = 0; i <= LOOKS; i++) {
      Posed posed = staged.at(i / (double) LOOKS);
      for (Part part : parts(posed)) {
        part.shapes().forEach(shape -> measure(shape, drawn));
      }
      loops.at(posed).forEach(shape -> drawn.add(shape.path().bounds()));
      arrows.at(posed).forEach(shape -> drawn.add(shape.path().bounds()));
    }
    double width = Math.max(WIDTH, drawn.right() - drawn.left() + 2 * MARGIN);
    double middle = (drawn.left() + drawn.right()) / 2;
    double bottom = Math.max(BELOW, drawn.bottom() + MARGIN);
    double top = Math.min(bottom - HEIGHT, drawn.top() - MARGIN);
    Bounds room = new Bounds();
    room.add(new Dot(middle - width / 2, top));
    room.add(new Dot(middle + width / 2, bottom));
    return room;
  }
}
