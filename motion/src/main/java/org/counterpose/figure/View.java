package org.counterpose.figure;

import java.util.Optional;
import org.counterpose.body.Position;

/**
 * From where a body is seen.
 *
 * @param round degrees about the body: 0 is from the front, 90 from its right, 180 from behind, -90
 *     from its left
 * @param above degrees above the level
 */
public record View(double round, double above) {

  /** From the sides a little from above, so that a mat and the far limbs are seen too. */
  public static final View RIGHT = new View(90, 8);

  public static final View LEFT = new View(-90, 8);
  public static final View FRONT = new View(0, 0);
  public static final View BACK = new View(180, 0);

  public View {
    if (!(round >= -180 && round <= 180)) {
      throw new IllegalArgumentException("round must be within -180 and 180, got " + round);
    }
    if (!(above >= -30 && above <= 60)) {
      throw new IllegalArgumentException("above must be within -30 and 60, got " + above);
    }
  }

  /** One of the four that have a name: {@code right}, {@code left}, {@code front}, {@code back}. */
  public static Optional<View> named(String name) {
    return switch (name) {
      case "right" -> Optional.of(RIGHT);
      case "left" -> Optional.of(LEFT);
      case "front" -> Optional.of(FRONT);
      case "back" -> Optional.of(BACK);
      default -> Optional.empty();
    };
  }

  /** The same for somebody with left for right. */
  public View mirrored() {
    return new View(-round, above);
  }

  /** Where the viewer is, one metre away. */
  Position towardsViewer() {
    double level = Math.cos(Math.toRadians(above));
    return new Position(
        level * Math.cos(Math.toRadians(round)),
        Math.sin(Math.toRadians(above)),
        level * Math.sin(Math.toRadians(round)));
  }

  /** What is right for the viewer. */
  Position right() {
    return new Position(Math.sin(Math.toRadians(round)), 0, -Math.cos(Math.toRadians(round)));
  }

  /** What is up for the viewer. */
  Position up() {
    return towardsViewer().cross(right());
  }
}
