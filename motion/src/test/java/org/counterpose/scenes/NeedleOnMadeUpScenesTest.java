package org.counterpose.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.counterpose.coach.Coach;
import org.counterpose.coach.Coaches;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The coach on 200 scenes of thread the needle and 100 of other movements, of two seeds. */
class NeedleOnMadeUpScenesTest {

  @ParameterizedTest
  @ValueSource(longs = {20261126, 7})
  void holds_are_found_and_nothing_else_is_credited(long seed) {
    Map<String, Accuracy> byKind = new TreeMap<>();
    for (Scene scene : NeedleScenes.threaded(seed, 200)) {
      byKind
          .computeIfAbsent(scene.kind(), kind -> new Accuracy())
          .add(scene, Accuracy.events(coach(), scene));
    }
    Accuracy others = new Accuracy();
    List<String> credited = new ArrayList<>();
    for (Scene scene : NeedleScenes.others(seed, 100)) {
      var events = Accuracy.events(coach(), scene);
      others.add(scene, events);
      Accuracy.credits(events).forEach(hold -> credited.add(scene.kind() + " " + hold));
    }
    System.out.println("seed " + seed + ": " + String.join(" | ", Accuracy.heads()));
    byKind.forEach((kind, is) -> System.out.println(kind + ": " + String.join(" | ", is.row())));
    System.out.println("other movements: " + String.join(" | ", others.row()));

    assertThat(credited).as("credited to other movements").isEmpty();
    byKind.forEach(
        (kind, accuracy) -> {
          assertThat(accuracy.falseCredits()).as("false credits, " + kind).isZero();
          assertThat(accuracy.wrongSide()).as("wrong side, " + kind).isZero();
        });
    Accuracy fair = byKind.getOrDefault("fair", new Accuracy());
    assertThat(fair.foundWithin(500)).isGreaterThanOrEqualTo(fair.held() * 9 / 10);
  }

  private static Coach coach() {
    return Coaches.of("thread-the-needle", 2).orElseThrow();
  }
}
