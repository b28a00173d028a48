package org.counterpose.figure;

import java.util.ArrayList;
import java.util.List;
import org.counterpose.body.Build;
import org.counterpose.body.Pose;
import org.counterpose.body.Posed;
import org.counterpose.body.Position;

/** A figure on its stage: what is seen of it at any moment, in the order of painting. */
final class Scene {

  private static final double WIDTH = 320;
  private static final double HEIGHT = 220;
  private static final double MARGIN = 12;
  private static final double BELOW = 22;
  private static final double FLOOR_NEAR = 0.2; // metres before the body
  private static final int LOOKS = 8;

  private final Figure figure;
  private final Screen screen;
  private final Staged staged;
  private final Body.Tones tones;
  private final Furniture furniture;
  private final Arrows arrows;
  private final Bounds frame;

  Scene(Figure figure, Build build) {
    this.figure = figure;
    this.screen = new Screen(figure.view());
    this.staged = new Staged(build, figure.movement());
    this.tones = Body.Tones.of(staged.last(), screen);
    this.furniture = new Furniture(figure, staged, screen);
    this.arrows = new Arrows(figure, staged, screen);
    this.frame = measured();
  }

  Staged staged() {
    return staged;
  }

  List<Shape> at(double moment) {
    List<Shape> shapes = new ArrayList<>();
    shapes.add(floor());
    shapes.addAll(drawn(moment));
    return shapes;
  }

  /** The room that the picture takes: the same at every moment. */
  Bounds frame() {
    return frame;
  }

  private List<Shape> drawn(double moment) {
    List<Shape> shapes = new ArrayList<>(furniture.behind());
    List<Pose> poses = figure.movement().poses();
    if (poses.get(0).rest() != poses.get(poses.size() - 1).rest()) {
      shapes.add(before());
    }
    Posed posed = staged.at(moment);
    List<Part> parts = new ArrayList<>(furniture.among());
    parts.addAll(new Body(posed, screen, tones).dressed(figure.props()));
    for (Part part : Depth.order(parts, screen)) {
      shapes.addAll(part.shapes());
    }
    shapes.addAll(arrows.at(posed));
    return shapes;
  }

  /** Who gets up is seen sitting, too: pale, where they came from. */
  private Shape before() {
    Path path = new Path();
    new Body(staged.first(), screen, tones).silhouette(path);
    return Shape.plain("before", Tone.FAR, path);
  }

  private Shape floor() {
    Path line = new Path();
    boolean mat = figure.props().stream().anyMatch(prop -> prop.kind() == Prop.Kind.MAT);
    double level = mat ? frame.bottom() - MARGIN : screen.dot(level()).y();
    line.move(new Dot(frame.left() + 14, level));
    line.line(new Dot(frame.right() - 14, level));
    return Shape.line("floor", Tone.FLOOR, 3, line);
  }

  private Position level() {
    return new Position(0, 0, screen.towardsViewer().z() >= 0 ? FLOOR_NEAR : -FLOOR_NEAR);
  }

  private Bounds measured() {
    Bounds drawn = new Bounds();
    for (int i = 0; i <= LOOKS; i++) {
      for (Shape shape : drawn(i / (double) LOOKS)) {
        drawn.add(shape.path().bounds());
      }
    }
    double width = Math.max(WIDTH, drawn.right() - drawn.left() + 2 * MARGIN);
    double middle = (drawn.left() + drawn.right()) / 2;
    double bottom = Math.max(BELOW, drawn.bottom() + MARGIN);
    double top = Math.min(bottom - HEIGHT, drawn.top() - MARGIN);
    Bounds room = new Bounds();
    room.add(new Dot(Math.round(middle - width / 2), Math.floor(top)));
    room.add(new Dot(Math.round(middle - width / 2) + Math.ceil(width), Math.ceil(bottom)));
    return room;
  }
}
