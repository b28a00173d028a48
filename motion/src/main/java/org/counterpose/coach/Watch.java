package org.counterpose.coach;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.counterpose.pose.Frame;

/**
 * What every coach does before it judges: it takes frames in the order of time, follows one body
 * through them, and breaks off where that body is no longer seen.
 *
 * @param <B> what the coach needs to see of a body
 */
abstract class Watch<B extends Tracked> implements Coach {

  private final InOrder order = new InOrder();
  private final Sight sight;

  Watch(Sight.Allowance allowance) {
    this.sight = new Sight(allowance);
  }

  @Override
  public final List<Event> see(Frame frame) {
    List<Event> events = new ArrayList<>();
    if (!order.isNext(frame)) {
      return events;
    }
    double now = frame.millis();
    if (sight.isGap(now, events)) {
      breakOff(sight.lastSeen(), events);
    }
    Optional<B> seen = find(frame).filter(body -> sight.isSame(body, now));
    if (seen.isPresent()) {
      sight.saw(seen.get(), now);
      follow(seen.get(), now, events);
    } else if (sight.missed(frame, events)) {
      breakOff(sight.lastSeen(), events);
    }
    return events;
  }

  /** The body of a frame, empty where it cannot be judged. */
  abstract Optional<B> find(Frame frame);

  /** The same body a little later. */
  abstract void follow(B body, double now, List<Event> events);

  /** It is not seen any more: what was seen is kept, and then it begins anew. */
  abstract void breakOff(double lastSeen, List<Event> events);
}
