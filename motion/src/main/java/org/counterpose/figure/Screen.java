package org.counterpose.figure;

import org.counterpose.body.Position;

/** The plane on which a view is drawn, in units of the picture: x to the right, y downwards. */
final class Screen {

  /** Units of the picture for one metre, in all pictures the same. */
  static final double SCALE = 150;

  private final Position right;
  private final Position up;
  private final Position near;

  Screen(View view) {
    this.right = view.right();
    this.up = view.up();
    this.near = view.towardsViewer();
  }

  Dot dot(Position place) {
    return new Dot(right.dot(place) * SCALE, -up.dot(place) * SCALE);
  }

  /** How near to the viewer a place is, in metres. */
  double nearness(Position place) {
    return near.dot(place);
  }

  Position towardsViewer() {
    return near;
  }

  /** The way in the room that an angle on the screen stands for, from right over up. */
  Position way(double radians) {
    return right.times(Math.cos(radians)).plus(up.times(Math.sin(radians)));
  }
}
