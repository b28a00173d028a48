package org.counterpose.scenes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.counterpose.coach.Event;

/** How a coach does that tells of a slump once it has lasted: told, missed, told for nothing. */
public final class Tellings {

  /** A slump is told after so long, and then not again in these scenes. */
  private static final double DUE_MILLIS = 20_000;

  /** On the way into a slump it is one already. */
  private static final double EARLY_MILLIS = 3000;

  private int scenes;
  private int due;
  private int told;
  private int forNothing;
  private int abstained;
  private final List<Double> delays = new ArrayList<>();

  /** Takes the events of a scene into account; the first slump is due, those after it are not. */
  public void add(Scene scene, List<Event> events) {
    scenes++;
    boolean isTold = false;
    for (Event event : events) {
      if (event.kind() == Event.Kind.SLOUCH) {
        double late = lateness(scene, event.millis());
        if (isTold || Double.isNaN(late)) {
          forNothing++;
        } else {
          isTold = true;
          delays.add(late);
        }
      }
    }
    due += scene.holds().isEmpty() ? 0 : 1;
    told += isTold ? 1 : 0;
    boolean isDoubted =
        events.stream()
            .map(Event::kind)
            .anyMatch(kind -> kind == Event.Kind.UNSURE || kind == Event.Kind.LOST);
    abstained += isDoubted ? 1 : 0;
  }

  /** How long after it was due, or before; not a number where no slump is long enough. */
  private static double lateness(Scene scene, double millis) {
    for (Scene.Hold slump : scene.holds()) {
      double late = millis - slump.from() - DUE_MILLIS;
      if (late >= -EARLY_MILLIS && millis <= slump.to() + EARLY_MILLIS) {
        return late;
      }
    }
    return Double.NaN;
  }

  public int due() {
    return due;
  }

  public int told() {
    return told;
  }

  public int forNothing() {
    return forNothing;
  }

  /** The heads of {@link #row}. */
  public static List<String> heads() {
    return List.of("scenes", "due", "told", "for nothing", "late ms 50/90 %", "with an abstention");
  }

  public List<String> row() {
    List<Double> sorted = new ArrayList<>(delays);
    Collections.sort(sorted);
    String late =
        sorted.isEmpty()
            ? "-"
            : Math.round(sorted.get(sorted.size() / 2))
                + "/"
                + Math.round(sorted.get((int) (sorted.size() * 0.9)));
    return List.of(
        String.valueOf(scenes),
        String.valueOf(due),
        String.valueOf(told),
        String.valueOf(forNothing),
        late,
        String.valueOf(abstained));
  }
}
