package org.counterpose.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.counterpose.coach.Coach;
import org.counterpose.coach.Coaches;
import org.counterpose.coach.Event;
import org.counterpose.document.Problems;
import org.counterpose.documents.Documents;
import org.counterpose.pose.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pose model wrote of rendered bodies, with all its trembling. */
class RecordedTracesTest {

  @Test
  void a_slump_is_measured_with_a_confidence_that_the_trembling_lowers() throws IOException {
    double[] told = figures("posture", frames("desk-side-slouch.json", 6000, 10_000), 0);

    assertThat(told).startsWith(1, 1);
    assertThat(told[2]).isCloseTo(34.5, within(0.5));
    assertThat(told[3]).isCloseTo(12.3, within(0.5));
    assertThat(told[4]).isCloseTo(0.6, within(0.1));
    assertThat(told[6]).isBetween(0.7, 0.95);
  }

  @Test
  void who_begins_to_slump_while_they_are_measured_is_not_measured_half_way() throws IOException {
    double[] soon = figures("posture", frames("desk-side-slouch.json", 0, 4000), 0);
    assertThat(soon[1]).isZero();
    assertThat(soon[2]).isNaN();

    double[] later = figures("posture", frames("desk-side-slouch.json", 0, 8000), 0);
    assertThat(later[2]).isCloseTo(35, within(1.0));
    assertThat(later[6]).isLessThan(0.7);
  }

  @Test
  void a_slump_is_told_also_at_one_frame_a_second() throws IOException {
    assertThat(told("desk", each("desk-side-slouch.json", 10), 40))
        .extracting(Event::kind)
        .containsExactly(Event.Kind.SLOUCH);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void the_hold_is_found_at_10_and_at_5_frames_a_second(int every) throws IOException {
    List<Event> events =
        told("thread-the-needle", each("thread-the-needle-side-right.json", every), 2);

    assertThat(events)
        .extracting(Event::kind)
        .containsExactly(Event.Kind.READY, Event.Kind.HOLD_START, Event.Kind.HOLD_END);
    assertThat(events.get(1).millis()).isCloseTo(4300, within(500.0));
    assertThat(events.get(2).millis()).isCloseTo(24300, within(500.0));
  }

  private static double[] figures(String step, List<Frame> frames, double... settings) {
    Coach coach = Coaches.of(step, settings).orElseThrow();
    frames.forEach(coach::see);
    return coach.numbers();
  }

  private static List<Event> told(String step, List<Frame> frames, double... settings) {
    Coach coach = Coaches.of(step, settings).orElseThrow();
    List<Event> events = new ArrayList<>();
    frames.forEach(frame -> events.addAll(coach.see(frame)));
    return events;
  }

  private static List<Frame> each(String trace, int every) throws IOException {
    List<Frame> all = frames(trace, 0, Double.MAX_VALUE);
    List<Frame> some = new ArrayList<>();
    for (int i = 0; i < all.size(); i += every) {
      some.add(all.get(i));
    }
    return some;
  }

  private static List<Frame> frames(String trace, double from, double to) throws IOException {
    Problems problems = new Problems();
    byte[] bytes = Files.readAllBytes(Path.of("src/test/resources/traces").resolve(trace));
    return Documents.json(trace, bytes, problems)
        .flatMap(node -> Trace.read(node, problems))
        .orElseThrow()
        .frames()
        .stream()
        .filter(frame -> frame.millis() >= from && frame.millis() <= to)
        .toList();
  }
}
