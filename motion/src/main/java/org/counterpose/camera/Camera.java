package org.counterpose.camera;

import org.counterpose.body.Position;
import org.counterpose.body.Turn;

/**
 * A camera in a room.
 *
 * @param place of its eye, in metres
 * @param turn of its own axes: forwards is where it looks, upwards is the top of its picture
 * @param tall how much of the way before it the picture is tall: twice the tangent of half its
 *     angle
 * @param aspect width of the picture over its height
 */
public record Camera(Position place, Turn turn, double tall, double aspect) {

  /** What a phone's own camera sees of what stands a metre before it, upright, in metres. */
  private static final double PHONE = 1.0;

  private static final double WIDE = 4 / 3.0;

  public Camera {
    if (!(tall > 0) || !(aspect > 0)) {
      throw new IllegalArgumentException(
          "a picture has a height and a width, got " + tall + " and " + aspect);
    }
  }

  /**
   * A phone that looks from one place to another.
   *
   * @param roll how far it is turned about the way that it looks, in degrees to its right
   */
  public static Camera looking(Position from, Position to, double roll) {
    Position forwards = to.minus(from).unit();
    Position right = forwards.cross(new Position(0, 1, 0)).unit();
    Turn level = new Turn(forwards, right.cross(forwards), right);
    return new Camera(from, level.then(Turn.aboutForwards(roll)), PHONE, WIDE);
  }

  /** Where a place is before the camera: forwards from its eye, upwards, and to its right. */
  Position before(Position place) {
    return turn.own(place.minus(this.place));
  }

  /** From the left of the picture, in its widths; what is behind the camera is not a number. */
  double x(Position before) {
    return before.x() > 0 ? 0.5 + before.z() / (before.x() * tall * aspect) : Double.NaN;
  }

  /** From the top of the picture, in its heights. */
  double y(Position before) {
    return before.x() > 0 ? 0.5 - before.y() / (before.x() * tall) : Double.NaN;
  }
}
