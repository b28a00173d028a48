package org.counterpose.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.counterpose.verdict.FunctionChange.Scored;
import org.counterpose.verdict.FunctionChange.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionChangeTest {

  @Test
  void it_is_the_mean_over_the_activities() {
    FunctionChange change =
        new FunctionChange(
            1, 15, List.of(new Scored("Driving", 4, 7), new Scored("Lifting", 3, 5)));

    assertThat(change.first()).isEqualTo(3.5);
    assertThat(change.last()).isEqualTo(6);
    assertThat(change.change()).isEqualTo(2.5);
    assertThat(change.size()).isEqualTo(Size.MEDIUM);
  }

  /** Thirds and halves are the only means there are: none lies on a bound. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, BELOW_SMALL",
    "1, 1, 1, BELOW_SMALL",
    "1, 1, 2, SMALL",
    "2, 2, 2, SMALL",
    "2, 2, 3, MEDIUM",
    "2, 3, 3, MEDIUM",
    "3, 3, 3, LARGE",
    "-1, -1, -1, BELOW_SMALL",
    "-1, -1, -2, SMALL",
    "-2, -3, -3, MEDIUM",
    "-5, -5, 0, LARGE"
  })
  void its_size_goes_by_what_people_call_important(int one, int two, int three, Size size) {
    FunctionChange change =
        new FunctionChange(
            1,
            22,
            List.of(
                new Scored("Driving", 5, 5 + one),
                new Scored("Lifting", 6, 6 + two),
                new Scored("Sleeping", 5, 5 + three)));

    assertThat(change.size()).isEqualTo(size);
    assertThat(change.change()).isCloseTo((one + two + three) / 3.0, within(1e-9));
  }

  @Test
  void what_cannot_be_is_refused() {
    List<Scored> some = List.of(new Scored("Driving", 4, 7));

    assertThatThrownBy(() -> new FunctionChange(1, 15, List.of()))
        .hasMessageContaining("scored twice");
    assertThatThrownBy(() -> new FunctionChange(8, 8, some)).hasMessageContaining("got 8 to 8");
    assertThatThrownBy(() -> new FunctionChange(0, 8, some)).hasMessageContaining("got 0 to 8");
    assertThatThrownBy(() -> new Scored("Driving", 4, 11)).hasMessageContaining("got 4 and 11");
    assertThatThrownBy(() -> new Scored("Driving", -1, 4)).hasMessageContaining("got -1 and 4");
  }
}
