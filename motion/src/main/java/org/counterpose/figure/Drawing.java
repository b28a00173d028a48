package org.counterpose.figure;

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

  /**
   * Moments of a movement side by side, from the first to the last.
   *
   * @param count how many, at least 2
   */
  public static String sequence(Figure figure, int count) {
    if (!(count >= 2 && count <= 8)) {
      throw new IllegalArgumentException("a sequence has 2 to 8 moments, got " + count);
    }
    Scene scene = new Scene(figure, Build.ADULT);
    StringBuilder inside = new StringBuilder();
    Bounds frame = scene.frame();
    double width = frame.right() - frame.left();
    for (int i = 0; i < count; i++) {
      inside
          .append("<g transform=\"translate(")
          .append(Path.number(i * width))
          .append(")\">")
          .append(Svg.shapes(scene.at(i / (count - 1.0))))
          .append("</g>");
    }
    Bounds whole = new Bounds();
    whole.add(frame);
    whole.add(new Dot(frame.left() + count * width, frame.top()));
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
