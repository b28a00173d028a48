package org.counterpose.figure;

import java.util.ArrayList;
import java.util.List;
import org.counterpose.body.Build;
import org.counterpose.body.Posed;

/** A figure on its stage: what is seen of it at any moment, in the order of painting. */
final class Scene {

  private static final double WIDTH = 320;
  private static final double HEIGHT = 220;
  private static final double MARGIN = 12;
  private static final double BELOW = 20;
  private static final int LOOKS = 8;

  private final Screen screen;
  private final Staged staged;
  private final Body.Tones tones;

  Scene(Figure figure, Build build) {
    this.screen = new Screen(figure.view());
    this.staged = new Staged(build, figure.movement());
    this.tones = Body.Tones.of(staged.last(), screen);
  }

  List<Shape> at(double moment) {
    List<Shape> shapes = new ArrayList<>();
    Posed posed = staged.at(moment);
    for (Part part : Depth.order(new Body(posed, screen, tones).parts(), screen)) {
      shapes.addAll(part.shapes());
    }
    return shapes;
  }

  /** The room that the picture takes: the same at every moment. */
  Bounds frame() {
    Bounds drawn = new Bounds();
    for (int i = 0; i <= LOOKS; i++) {
      for (Shape shape : at(i / (double) LOOKS)) {
        drawn.add(shape.path().bounds());
      }
    }
    double width = Math.max(WIDTH, drawn.right() - drawn.left() + 2 * MARGIN);
    double middle = (drawn.left() + drawn.right()) / 2;
    double bottom = Math.max(BELOW, drawn.bottom() + MARGIN / 2);
    double top = Math.min(bottom - HEIGHT, drawn.top() - MARGIN);
    Bounds frame = new Bounds();
    frame.add(new Dot(middle - width / 2, top));
    frame.add(new Dot(middle + width / 2, bottom));
    return frame;
  }
}
