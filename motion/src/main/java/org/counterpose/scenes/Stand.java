package org.counterpose.scenes;

import org.counterpose.body.Position;
import org.counterpose.camera.Camera;
import org.counterpose.coach.Side;

/**
 * Where a camera stands.
 *
 * @param at what it looks at, in metres
 * @param from the side of the person that it stands on
 * @param aside how far it stands off the side view, in degrees to the front
 * @param distance from what it looks at, over the floor, in metres
 * @param height above the floor, in metres
 * @param roll in degrees to its right
 */
record Stand(Position at, Side from, double aside, double distance, double height, double roll) {

  Camera camera() {
    double side = from == Side.RIGHT ? 1 : -1;
    double turned = Math.toRadians(aside);
    Position way = new Position(Math.sin(turned), 0, side * Math.cos(turned)).times(distance);
    return Camera.looking(new Position(at.x() + way.x(), height, at.z() + way.z()), at, roll);
  }
}
