package org.counterpose.coach;

import org.counterpose.pose.Point;
import org.counterpose.pose.SideView;

/** Somebody at a desk, from the side: the inclinations of head and trunk. */
record DeskSide(SideView body) implements DeskView {

  /** How much further than in tall sitting head or trunk lean when somebody is slumped. */
  private static final double HEAD_DEGREES = 15;

  private static final double TRUNK_DEGREES = 8;

  private static final double STEADY_DEGREES = 6;

  private static final double MOST_SPREAD_DEGREES = 3;

  /** Shoulders that move by so many necks, or a trunk by so many degrees. */
  private static final double MOVED_NECKS = 0.5;

  private static final double MOVED_DEGREES = 10;

  /** Of one person the share of neck to trunk keeps within this, tall or slumped. */
  private static final double LEAST_LIKENESS = 0.75;

  @Override
  public double[] numbers() {
    Point shoulders = body.shoulders();
    return new double[] {
      0,
      body.earShoulder(),
      body.shoulderHip(),
      body.neck(),
      body.trunk(),
      shoulders.x(),
      shoulders.y()
    };
  }

  @Override
  public double slumpFrom(DeskView tall) {
    return tall instanceof DeskSide(SideView other)
        ? Math.max(
            (body.earShoulder() - other.earShoulder()) / HEAD_DEGREES,
            (body.shoulderHip() - other.shoulderHip()) / TRUNK_DEGREES)
        : Double.NaN;
  }

  @Override
  public boolean isLike(DeskView person) {
    return person instanceof DeskSide(SideView other)
        && DeskView.isAsLarge(this, person)
        && DeskView.likeness(body.neck() / body.trunk(), other.neck() / other.trunk())
            >= LEAST_LIKENESS;
  }

  @Override
  public boolean isNear(DeskView view) {
    return view instanceof DeskSide(SideView other)
        && Math.abs(body.earShoulder() - other.earShoulder()) <= STEADY_DEGREES
        && Math.abs(body.shoulderHip() - other.shoulderHip()) <= STEADY_DEGREES;
  }

  @Override
  public boolean isTallerThan(DeskView view) {
    return view instanceof DeskSide(SideView other) && lean(body) < lean(other) - STEADY_DEGREES;
  }

  private static double lean(SideView body) {
    return Math.abs(body.earShoulder()) + Math.abs(body.shoulderHip());
  }

  @Override
  public boolean isMovedFrom(DeskView view) {
    return !(view instanceof DeskSide(SideView other))
        || where().distanceTo(other.shoulders()) > MOVED_NECKS * other.neck()
        || Math.abs(body.shoulderHip() - other.shoulderHip()) > MOVED_DEGREES;
  }

  @Override
  public double[] steadied() {
    return new double[] {
      body.earShoulder() / MOST_SPREAD_DEGREES, body.shoulderHip() / MOST_SPREAD_DEGREES
    };
  }

  @Override
  public Point where() {
    return body.shoulders();
  }

  @Override
  public double size() {
    return body.trunk();
  }
}
