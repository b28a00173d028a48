package org.counterpose.coach;

import org.counterpose.pose.FrontView;
import org.counterpose.pose.Point;

/**
 * Somebody at a desk, from the front: how far ears and shoulders have dropped, in widths of the
 * shoulders. A bowed head drops its ears too, which is why only a long one is told.
 */
record DeskFront(FrontView body) implements DeskView {

  /** Ears so much nearer to the shoulders are a slump: about 4 cm. */
  private static final double NECK = 0.12;

  /** Shoulders that sink by this are one too, but only where the head goes with them. */
  private static final double SINK = 0.4;

  /** A whole picture that sinks is the screen that was tilted: the head must have dropped too. */
  private static final double LEAST_NECK = 0.04;

  private static final double STEADY_NECK = 0.06;

  private static final double MOST_SPREAD_NECK = 0.03;

  private static final double MOST_SPREAD_WIDTHS = 0.08;

  /** Shoulders that move by so many widths, or look so much larger or smaller. */
  private static final double MOVED_WIDTHS = 0.25;

  private static final double MOVED_LIKENESS = 0.85;

  /** Of one person the share of head to shoulders keeps within this while they face the desk. */
  private static final double LEAST_LIKENESS = 0.7;

  @Override
  public double[] numbers() {
    Point ears = body.ears();
    Point shoulders = body.shoulders();
    return new double[] {
      1, ears.x(), ears.y(), shoulders.x(), shoulders.y(), body.width(), body.earSpan()
    };
  }

  @Override
  public double slumpFrom(DeskView tall) {
    if (!(tall instanceof DeskFront(FrontView other))) {
      return Double.NaN;
    }
    double dropped = other.neck() - body.neck();
    double sunk = (body.shoulders().y() - other.shoulders().y()) / other.width();
    return dropped / NECK + (dropped >= LEAST_NECK ? Math.max(0, sunk) / SINK : 0);
  }

  @Override
  public boolean isLike(DeskView person) {
    return person instanceof DeskFront(FrontView other)
        && DeskView.isAsLarge(this, person)
        && DeskView.likeness(body.earSpan() / body.width(), other.earSpan() / other.width())
            >= LEAST_LIKENESS;
  }

  @Override
  public boolean isNear(DeskView view) {
    return view instanceof DeskFront(FrontView other)
        && Math.abs(body.neck() - other.neck()) <= STEADY_NECK;
  }

  @Override
  public boolean isTallerThan(DeskView view) {
    return view instanceof DeskFront(FrontView other) && body.neck() > other.neck() + STEADY_NECK;
  }

  @Override
  public boolean isMovedFrom(DeskView view) {
    return !(view instanceof DeskFront(FrontView other))
        || where().distanceTo(other.shoulders()) > MOVED_WIDTHS * other.width()
        || DeskView.likeness(body.width(), other.width()) < MOVED_LIKENESS
        || Math.abs(body.neck() - other.neck()) > NECK;
  }

  @Override
  public double[] steadied() {
    return new double[] {
      body.neck() / MOST_SPREAD_NECK, body.shoulders().y() / (body.width() * MOST_SPREAD_WIDTHS)
    };
  }

  @Override
  public Point where() {
    return body.shoulders();
  }

  @Override
  public double size() {
    return body.width();
  }
}
