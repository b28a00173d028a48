package org.counterpose.handout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.counterpose.app.Served;
import org.counterpose.document.Problems;
import org.counterpose.library.Library;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Stage;
import org.counterpose.programme.Step;
import org.junit.jupiter.api.Test;

class DaysToTickTest {

  @Test
  void a_step_has_no_box_before_the_week_in_which_it_may_open() {
    Programme ankles =
        Library.load(Served.HOME.resolve("programmes"), new Problems())
            .flatMap(library -> library.programme("ankles"))
            .orElseThrow();

    for (Step step : ankles.steps()) {
      int week = step.stages().getFirst().opens().map(Stage.Opening::week).orElse(1);
      Sheet.Days.Row row = Sheet.Days.Row.of(step, step.id(), 1);

      assertThat(IntStream.rangeClosed(1, 7 * (week - 1)).map(row::boxesOn).sum())
          .as("boxes of %s before week %d", step.id(), week)
          .isZero();
      assertThat(IntStream.rangeClosed(7 * (week - 1) + 1, 7 * week).map(row::boxesOn).sum())
          .as("boxes of %s in week %d", step.id(), week)
          .isPositive();
    }
    assertThat(ankles.steps())
        .anyMatch(
            step -> step.stages().getFirst().opens().filter(opens -> opens.week() > 1).isPresent());
  }
}
