package org.counterpose.figure;

/** A place in a picture. */
record Dot(double x, double y) {

  Dot plus(Dot other) {
    return new Dot(x + other.x, y + other.y);
  }

  Dot minus(Dot other) {
    return new Dot(x - other.x, y - other.y);
  }

  Dot times(double factor) {
    return new Dot(x * factor, y * factor);
  }

  Dot towards(Dot other, double share) {
    return plus(other.minus(this).times(share));
  }

  double length() {
    return Math.sqrt(x * x + y * y);
  }

  double distanceTo(Dot other) {
    return minus(other).length();
  }

  /** The same way, one unit long; nothing stays nothing. */
  Dot unit() {
    double length = length();
    return length > 1e-9 ? times(1 / length) : new Dot(0, 0);
  }

  /** A quarter turn to the left of who looks along it. */
  Dot left() {
    return new Dot(y, -x);
  }
}
