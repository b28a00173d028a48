package org.counterpose.figure;

/** How much room a picture takes. */
final class Bounds {

  private double left = Double.POSITIVE_INFINITY;
  private double right = Double.NEGATIVE_INFINITY;
  private double top = Double.POSITIVE_INFINITY;
  private double bottom = Double.NEGATIVE_INFINITY;

  void add(Dot dot) {
    left = Math.min(left, dot.x());
    right = Math.max(right, dot.x());
    top = Math.min(top, dot.y());
    bottom = Math.max(bottom, dot.y());
  }

  void add(Bounds other) {
    left = Math.min(left, other.left);
    right = Math.max(right, other.right);
    top = Math.min(top, other.top);
    bottom = Math.max(bottom, other.bottom);
  }

  double left() {
    return left;
  }

  double right() {
    return right;
  }

  double top() {
    return top;
  }

  double bottom() {
    return bottom;
  }
}
