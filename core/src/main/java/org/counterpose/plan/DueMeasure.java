package org.counterpose.plan;

import java.util.List;
import org.counterpose.programme.Side;

/**
 * Something that the person is asked to measure this week.
 *
 * @param sides those that are still to be measured; none where left and right are not told apart
 */
public record DueMeasure(String measure, List<Side> sides) {
  public DueMeasure {
    sides = List.copyOf(sides);
  }
}
