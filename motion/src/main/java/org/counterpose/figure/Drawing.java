package org.counterpose.figure;

import java.util.ArrayList;
import java.util.List;
import org.counterpose.body.Build;

/** Draws figures as SVG documents without scripts, styles, names or anything from outside. */
public final class Drawing {

  private Drawing() {}

  /**
   * One posture of a movement.
   *
   * @param moment 0 is the first posture, 1 the last
   */
  public static String still(Figure figure, double moment) {
    Scene scene = new Scene(figure, Build.ADULT);
    return Svg.document(scene.frame(), Svg.shapes(scene.at(moment)));
  }

  /** A figure at a moment of its movement, 0 to 1. */
  public record Moment(Figure figure, double at) {}

  /**
   * Moments of a movement side by side, from the first to the last.
   *
   * @param count how many, at least 2
   */
  public static String sequence(Figure figure, int count) {
    List<Moment> moments = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      moments.add(new Moment(figure, i / (count - 1.0)));
    }
    return sequence(moments);
  }

  /** Moments side by side, each seen from where its own figure is. */
  public static String sequence(List<Moment> moments) {
    if (!(moments.size() >= 2 && moments.size() <= 8)) {
      throw new IllegalArgumentException("a sequence has 2 to 8 moments, got " + moments.size());
    }
    StringBuilder inside = new StringBuilder();
    Bounds whole = new Bounds();
    double from = 0;
    for (Moment moment : moments) {
      Scene scene = new Scene(moment.figure(), Build.ADULT);
      Bounds frame = scene.frame();
      inside
          .append("<g transform=\"translate(")
          .append(Path.number(from - frame.left()))
          .append(")\">")
          .append(Svg.shapes(scene.at(moment.at())))
          .append("</g>");
      whole.add(new Dot(from, frame.top()));
      from += frame.right() - frame.left();
      whole.add(new Dot(from, frame.bottom()));
    }
    return Svg.document(whole, inside.toString());
  }

  /**
   * The movement, once: from its last posture to its first and back, within five seconds. What
   * moves longer beside a text would need a way to stop it.
   */
  public static String animated(Figure figure) {
    Scene scene = new Scene(figure, Build.ADULT);
    return Svg.document(scene.frame(), new Animation(scene).shapes());
  }
}
