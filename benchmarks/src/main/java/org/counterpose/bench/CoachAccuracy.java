package org.counterpose.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.counterpose.coach.Coach;
import org.counterpose.coach.Coaches;
import org.counterpose.scenes.Accuracy;
import org.counterpose.scenes.DeskScenes;
import org.counterpose.scenes.NeedleScenes;
import org.counterpose.scenes.Scene;
import org.counterpose.scenes.Tellings;
import org.counterpose.scenes.TowelScenes;

/** How well the coaches do on made-up scenes whose truth is known. */
final class CoachAccuracy {

  private static final long SEED = 20261126;

  private CoachAccuracy() {}

  static List<Row> rows() {
    List<Row> rows = new ArrayList<>(threading());
    rows.addAll(lying());
    rows.addAll(slumping());
    return rows;
  }

  private static List<Row> threading() {
    Map<String, Accuracy> byKind = new TreeMap<>();
    for (Scene scene : NeedleScenes.threaded(SEED, 200)) {
      byKind
          .computeIfAbsent("threaded, " + scene.kind(), kind -> new Accuracy())
          .add(scene, Accuracy.events(coach(), scene));
    }
    for (Scene scene : NeedleScenes.others(SEED, 100)) {
      byKind
          .computeIfAbsent("other movements", kind -> new Accuracy())
          .add(scene, Accuracy.events(coach(), scene));
    }
    List<Row> rows = new ArrayList<>();
    byKind.forEach(
        (kind, is) ->
            rows.add(
                Row.holds(
                    kind + ": holds found within 0.5 s, of all; false or wrong side",
                    is.foundWithin(500)
                        + " of "
                        + is.held()
                        + "; "
                        + (is.falseCredits() + is.wrongSide()),
                    is.falseCredits() + is.wrongSide() == 0)));
    return rows;
  }

  private static List<Row> lying() {
    Accuracy lain = new Accuracy();
    for (Scene scene : TowelScenes.lain(SEED, 60)) {
      lain.add(scene, Accuracy.events(Coaches.of("rolled-towel", 30).orElseThrow(), scene));
    }
    for (Scene scene : TowelScenes.others(SEED, 45)) {
      lain.add(scene, Accuracy.events(Coaches.of("rolled-towel", 30).orElseThrow(), scene));
    }
    return List.of(
        Row.holds(
            "rolled towel: lying found within 2 s, of all; false",
            lain.foundWithin(2000) + " of " + lain.held() + "; " + lain.falseCredits(),
            lain.falseCredits() == 0));
  }

  private static List<Row> slumping() {
    Tellings slumps = new Tellings();
    for (Scene scene : DeskScenes.slumped(SEED, 60)) {
      slumps.add(scene, Accuracy.events(Coaches.of("desk", 45).orElseThrow(), scene));
    }
    for (Scene scene : DeskScenes.others(SEED, 60)) {
      slumps.add(scene, Accuracy.events(Coaches.of("desk", 45).orElseThrow(), scene));
    }
    return List.of(
        Row.holds(
            "desk: long slumps told, of all; told for nothing",
            slumps.told() + " of " + slumps.due() + "; " + slumps.forNothing(),
            slumps.forNothing() == 0));
  }

  private static Coach coach() {
    return Coaches.of("thread-the-needle", 2).orElseThrow();
  }
}
