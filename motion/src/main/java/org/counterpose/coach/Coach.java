package org.counterpose.coach;

import java.util.List;
import org.counterpose.pose.Frame;

/**
 * Watches one step. Frames come in the order of time, at 5 to 60 a second, at a desk from one a
 * second; one that comes from before the last is passed over. A coach never throws for what a frame
 * shows.
 */
public interface Coach {

  /** What this frame tells; mostly nothing. */
  List<Event> see(Frame frame);

  /**
   * Figures beside the events, where a coach has any; each coach tells which and in which order.
   */
  default double[] numbers() {
    return new double[0];
  }
}
