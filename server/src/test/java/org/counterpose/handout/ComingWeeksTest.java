package org.counterpose.handout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.counterpose.app.OnTrial;
import org.counterpose.app.Served;
import org.counterpose.app.SettableClock;
import org.counterpose.journeys.Journey;
import org.counterpose.plan.ComingDays;
import org.counterpose.plan.Moment;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plan is printed around the night in which the clocks change. */
class ComingWeeksTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "2027-03-10T15:00:00Z, 2027-03-14T04:30:00Z", // the next day in New York has 23 hours
    "2027-03-10T15:00:00Z, 2027-03-14T03:30:00Z",
    "2026-10-29T15:00:00Z, 2026-11-01T04:30:00Z", // this day has 25
    "2026-10-29T15:00:00Z, 2026-11-01T03:30:00Z",
    "2026-10-29T15:00:00Z, 2026-11-01T07:30:00Z"
  })
  void each_day_that_is_left_comes_once(Instant begun, Instant printed) {
    SettableClock clock = new SettableClock(begun);
    try (Served served = Served.in(folder, clock)) {
      OnTrial ana = OnTrial.begunIn("America/New_York", served);
      Journey journey = served.server().practice().journeys().shared(ana.journey()).orElseThrow();

      List<Instant> read = new ArrayList<>();
      Function<Instant, Moment> trial =
          shown -> {
            read.add(shown);
            return journey.at(shown);
          };

      assertThat(ComingDays.of(trial, printed, 28))
          .extracting(Moment::day)
          .containsExactlyElementsOf(
              IntStream.rangeClosed(journey.today(printed).day(), 28).boxed().toList());
      assertThat(read).doesNotHaveDuplicates(); // the whole journal each time
    }
  }
}
