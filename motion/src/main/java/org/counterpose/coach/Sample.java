package org.counterpose.coach;

import java.util.ArrayList;
import java.util.List;

/**
 * Figures of somebody who keeps still for so long. Whoever moves begins anew; what stands in the
 * way may do so for a while, and then that is how it ends.
 */
final class Sample {

  static final int PENDING = 0;
  static final int TAKEN = 1;

  /** Fewer say nothing about how much they scatter. */
  private static final int LEAST_FRAMES = 4;

  /** After a pause without figures they may have moved unseen. */
  private static final double GAP_MILLIS = 2000;

  /** No frame stands for more time than this. */
  private static final double MOST_OF_FRAME_MILLIS = 1000;

  private final double neededMillis;
  private final double patienceMillis;
  private final int moved;
  private final double[] mostSpread;
  private final double[] lost = new double[10];
  private final List<double[]> taken = new ArrayList<>();
  private double before = Double.NaN;
  private double began;
  private double last;
  private int ended = PENDING;

  /**
   * @param neededMillis how long they must keep still
   * @param patienceMillis how long anything may stand in the way
   * @param moved the code for having moved
   * @param mostSpread for the first figures, which standard deviation is still
   */
  Sample(double neededMillis, double patienceMillis, int moved, double... mostSpread) {
    this.neededMillis = neededMillis;
    this.patienceMillis = patienceMillis;
    this.moved = moved;
    this.mostSpread = mostSpread;
  }

  /** Figures of this moment, more than there are spreads where some may vary. */
  void take(double now, double... figures) {
    if (ended != PENDING) {
      return;
    }
    passed(now);
    if (!taken.isEmpty() && now - last > GAP_MILLIS) {
      taken.clear();
    }
    if (taken.isEmpty()) {
      began = now;
    }
    last = now;
    taken.add(figures);
    if (hasMoved()) {
      taken.clear();
      lose(Math.min(now - began, neededMillis), moved);
    } else if (taken.size() >= LEAST_FRAMES && now - began >= neededMillis) {
      ended = TAKEN;
    }
  }

  /** Something stands in the way, by a code of 2 to 9. */
  void hinder(double now, int code) {
    if (ended == PENDING) {
      lose(passed(now), code);
    }
  }

  void end(int code) {
    ended = code;
  }

  int ended() {
    return ended;
  }

  /** How much of the time has been kept, 0 to 1. */
  double progress() {
    if (ended == TAKEN) {
      return 1;
    }
    return taken.isEmpty() ? 0 : Math.min(1, (last - began) / neededMillis);
  }

  double mean(int figure) {
    double sum = 0;
    for (double[] figures : taken) {
      sum += figures[figure];
    }
    return sum / taken.size();
  }

  /** The standard deviation of a figure. */
  double spread(int figure) {
    double mean = mean(figure);
    double sum = 0;
    for (double[] figures : taken) {
      sum += (figures[figure] - mean) * (figures[figure] - mean);
    }
    return Math.sqrt(sum / taken.size());
  }

  /** The share of all the time so far that nothing stood in the way. */
  double undisturbed() {
    double all = neededMillis;
    for (double millis : lost) {
      all += millis;
    }
    return neededMillis / all;
  }

  private boolean hasMoved() {
    for (int i = 0; i < mostSpread.length; i++) {
      if (spread(i) > mostSpread[i]) {
        return true;
      }
    }
    return false;
  }

  private double passed(double now) {
    double millis = Double.isNaN(before) ? 0 : Math.min(now - before, MOST_OF_FRAME_MILLIS);
    before = now;
    return millis;
  }

  private void lose(double millis, int code) {
    lost[code] += millis;
    if (lost[code] >= patienceMillis) {
      ended = code;
    }
  }
}
