package org.counterpose.scenes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.counterpose.coach.Coach;
import org.counterpose.coach.Event;
import org.counterpose.pose.Frame;

/** How a coach does on scenes: holds found and timed, and what it credited that was not there. */
public final class Accuracy {

  /** Shorter than this a coach credits nothing. */
  private static final double LEAST_HOLD_MILLIS = 1500;

  private int scenes;
  private int held;
  private int found;
  private int wrongSide;
  private int falseCredits;
  private int abstained;
  private final List<Double> starts = new ArrayList<>();
  private final List<Double> ends = new ArrayList<>();

  /** What a coach tells of a scene. */
  public static List<Event> events(Coach coach, Scene scene) {
    List<Event> events = new ArrayList<>();
    for (Frame frame : scene.frames()) {
      events.addAll(coach.see(frame));
    }
    return events;
  }

  /** Takes the events of a scene into account. */
  public void add(Scene scene, List<Event> events) {
    scenes++;
    held += scene.holds().size();
    if (events.stream().anyMatch(Accuracy::isAbstention)) {
      abstained++;
    }
    Set<Scene.Hold> left = new LinkedHashSet<>(scene.holds());
    for (Scene.Hold credit : credits(scene, events)) {
      Optional<Scene.Hold> truth =
          left.stream().filter(hold -> overlap(hold, credit) > 0.5).findFirst();
      truth.ifPresent(left::remove); // a hold that is credited twice is a false credit
      if (truth.isEmpty()) {
        falseCredits++;
      } else if (!truth.get().side().equals(credit.side())) {
        wrongSide++;
      } else {
        found++;
        starts.add(Math.abs(credit.from() - truth.get().from()));
        ends.add(Math.abs(credit.to() - truth.get().to()));
      }
    }
  }

  private static boolean isAbstention(Event event) {
    return event.kind() == Event.Kind.UNSURE || event.kind() == Event.Kind.LOST;
  }

  /** The holds that events credit; one that is not ended lasts as long as the scene. */
  public static List<Scene.Hold> credits(Scene scene, List<Event> events) {
    List<Scene.Hold> credits = new ArrayList<>();
    Optional<Event> begun = Optional.empty();
    for (Event event : events) {
      if (event.kind() == Event.Kind.HOLD_START) {
        begun = Optional.of(event);
      } else if (event.kind() == Event.Kind.HOLD_END && begun.isPresent()) {
        credit(begun.get(), event.millis(), credits);
        begun = Optional.empty();
      }
    }
    begun.ifPresent(start -> credit(start, scene.endMillis(), credits));
    return credits;
  }

  private static void credit(Event start, double to, List<Scene.Hold> credits) {
    if (to - start.millis() >= LEAST_HOLD_MILLIS) {
      credits.add(new Scene.Hold(start.side(), start.millis(), to));
    }
  }

  /**
   * How much of what is credited was held: a hold of which only a part was seen is no false one.
   */
  private static double overlap(Scene.Hold truth, Scene.Hold credit) {
    double both = Math.min(truth.to(), credit.to()) - Math.max(truth.from(), credit.from());
    return both / (credit.to() - credit.from());
  }

  public int held() {
    return held;
  }

  public int found() {
    return found;
  }

  public int wrongSide() {
    return wrongSide;
  }

  public int falseCredits() {
    return falseCredits;
  }

  /** How many holds were found with both ends within so many milliseconds. */
  public int foundWithin(double millis) {
    int within = 0;
    for (int i = 0; i < starts.size(); i++) {
      if (starts.get(i) <= millis && ends.get(i) <= millis) {
        within++;
      }
    }
    return within;
  }

  /** The heads of {@link #row}. */
  public static List<String> heads() {
    return Arrays.asList(
        "scenes",
        "holds",
        "found",
        "within 0.5 s",
        "wrong side",
        "false",
        "start ms 50/90 %",
        "end ms 50/90 %",
        "scenes with an abstention");
  }

  public List<String> row() {
    return List.of(
        String.valueOf(scenes),
        String.valueOf(held),
        String.valueOf(found),
        String.valueOf(foundWithin(500)),
        String.valueOf(wrongSide),
        String.valueOf(falseCredits),
        quantiles(starts),
        quantiles(ends),
        String.valueOf(abstained));
  }

  private static String quantiles(List<Double> errors) {
    if (errors.isEmpty()) {
      return "-";
    }
    List<Double> sorted = new ArrayList<>(errors);
    Collections.sort(sorted);
    return Math.round(sorted.get(sorted.size() / 2))
        + "/"
        + Math.round(sorted.get((int) (sorted.size() * 0.9)));
  }
}
