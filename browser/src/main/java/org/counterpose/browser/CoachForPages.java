package org.counterpose.browser;

import java.util.List;
import org.counterpose.coach.Coach;
import org.counterpose.coach.Coaches;
import org.counterpose.coach.Event;
import org.counterpose.coach.Side;
import org.counterpose.pose.Frame;
import org.counterpose.pose.Landmark;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSExport;

/** The coach as a page calls it. A page watches one step at a time. */
public final class CoachForPages {

  /** Numbers that tell one event: its kind, its side, and when it happened in milliseconds. */
  private static final int PER_EVENT = 3;

  private static @Nullable Coach coach;

  private CoachForPages() {}

  /**
   * Begins to watch a step.
   *
   * @param settings as {@link Coaches#of} takes them
   * @return whether there is a coach for this step with these settings
   */
  @JSExport
  public static boolean begin(String step, double[] settings) {
    try {
      coach = Coaches.of(step, settings).orElse(null);
    } catch (IllegalArgumentException notItsSettings) {
      coach = null;
    }
    return coach != null;
  }

  /**
   * What a frame tells.
   *
   * @param landmarks for each of 33 points its x, y, z and visibility; null, or another number of
   *     them, is nobody
   * @param aspect width of the picture over its height
   * @return three numbers for each event: the place of its kind in {@link Event.Kind}, 0 for the
   *     left side, 1 for the right one or -1 for none, and when, in milliseconds
   */
  @JSExport
  public static double[] seen(double @Nullable [] landmarks, double aspect, double millis) {
    Coach watching = coach;
    if (watching == null) {
      return new double[0];
    }
    return told(watching.see(frame(landmarks, aspect, millis)));
  }

  private static Frame frame(double @Nullable [] landmarks, double aspect, double millis) {
    if (landmarks != null
        && landmarks.length == Landmark.COUNT * Frame.PER_POINT
        && aspect > 0
        && aspect < Double.POSITIVE_INFINITY) {
      return Frame.of(millis, landmarks, aspect);
    }
    return Frame.empty(millis);
  }

  /** The name of a kind of event, by its place. */
  @JSExport
  public static String kind(int place) {
    return Event.Kind.values()[place].named();
  }

  /** The coach's figures after the last frame, as each coach tells them. */
  @JSExport
  public static double[] numbers() {
    Coach watching = coach;
    return watching == null ? new double[0] : watching.numbers();
  }

  private static double[] told(List<Event> events) {
    double[] numbers = new double[events.size() * PER_EVENT];
    int at = 0;
    for (Event event : events) {
      numbers[at++] = event.kind().ordinal();
      numbers[at++] = event.side().map(Side::ordinal).orElse(-1);
      numbers[at++] = event.millis();
    }
    return numbers;
  }
}
