package org.counterpose.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.counterpose.coach.Coach;
import org.counterpose.coach.Coaches;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The coach on 60 scenes of somebody who slumps at a desk and 60 of somebody who does not for long,
 * mostly at one frame a second; the last seed was held out.
 */
class DeskOnMadeUpScenesTest {

  @ParameterizedTest
  @ValueSource(longs = {20261126, 7, 4711})
  void a_long_slump_is_told_once_and_nothing_else_is(long seed) {
    Map<String, Tellings> byKind = new TreeMap<>();
    Tellings slumps = new Tellings();
    for (Scene scene : DeskScenes.slumped(seed, 60)) {
      var events = Accuracy.events(coach(), scene);
      slumps.add(scene, events);
      byKind.computeIfAbsent(scene.kind(), kind -> new Tellings()).add(scene, events);
    }
    Map<String, Tellings> others = new TreeMap<>();
    for (Scene scene : DeskScenes.others(seed, 60)) {
      others
          .computeIfAbsent(scene.kind(), kind -> new Tellings())
          .add(scene, Accuracy.events(coach(), scene));
    }
    System.out.println("desk, seed " + seed + ": " + String.join(" | ", Tellings.heads()));
    byKind.forEach((kind, is) -> System.out.println(kind + ": " + String.join(" | ", is.row())));
    others.forEach((kind, is) -> System.out.println(kind + ": " + String.join(" | ", is.row())));

    assertThat(slumps.due()).isEqualTo(60);
    assertThat(slumps.told()).isGreaterThanOrEqualTo(54);
    assertThat(slumps.forNothing()).isZero();
    others.forEach((kind, is) -> assertThat(is.forNothing()).as(kind).isZero());
  }

  private static Coach coach() {
    return Coaches.of("desk", 45).orElseThrow();
  }
}
