package org.counterpose.coach;

import java.util.List;
import java.util.Optional;
import org.counterpose.pose.Frame;

/**
 * Takes five seconds of somebody's tall sitting at a desk, for {@link DeskCoach} to compare with.
 * It tells no events but these numbers: the progress from 0 to 1; how it ended, 0 being not yet, 1
 * tall sitting taken, 2 nobody in view, 3 they moved, 4 somebody is there who is seen neither from
 * the side nor from the front; and once it is taken the reference.
 */
final class DeskCalibration implements Coach {

  private static final int NOT_IN_VIEW = 2;
  private static final int MOVED = 3;
  private static final int NOT_CLEAR = 4;

  private static final double NEEDED_MILLIS = 5000;
  private static final double PATIENCE_MILLIS = 5000;

  /** What must keep steady stands before the view in each sample; the view begins with its kind. */
  private static final int STEADIED = 2;

  private final InOrder order = new InOrder();
  private final Sample sample = new Sample(NEEDED_MILLIS, PATIENCE_MILLIS, MOVED, 1, 1, 0);

  @Override
  public List<Event> see(Frame frame) {
    if (order.isNext(frame)) {
      Optional<DeskView> view = DeskView.in(frame);
      if (view.isPresent()) {
        sample.take(frame.millis(), joined(view.get().steadied(), view.get().numbers()));
      } else {
        sample.hinder(frame.millis(), frame.hasBody() ? NOT_CLEAR : NOT_IN_VIEW);
      }
    }
    return List.of();
  }

  @Override
  public double[] numbers() {
    double[] state = {sample.progress(), sample.ended()};
    if (sample.ended() != Sample.TAKEN) {
      return state;
    }
    double[] reference = new double[DeskView.NUMBERS];
    for (int i = 0; i < reference.length; i++) {
      reference[i] = sample.mean(STEADIED + i);
    }
    return joined(state, reference);
  }

  private static double[] joined(double[] first, double[] then) {
    double[] both = new double[first.length + then.length];
    System.arraycopy(first, 0, both, 0, first.length);
    System.arraycopy(then, 0, both, first.length, then.length);
    return both;
  }
}
