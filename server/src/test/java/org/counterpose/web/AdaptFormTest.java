package org.counterpose.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.counterpose.journal.Adaptation;
import org.counterpose.library.ShippedPack;
import org.counterpose.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdaptFormTest {

  private final List<AdaptForm.Fault> faults = new ArrayList<>();

  @Test
  void sets_and_repetitions_are_changed_together_with_times() {
    assertThat(
            read(
                Map.of(
                    "sets-calf-raises", "1", "reps-calf-raises", "6", "times-calf-raises", "7:30")))
        .hasValueSatisfying(
            changes ->
                assertThat(changes)
                    .contains(new Adaptation.Repeated("calf-raises", 1, 6))
                    .hasSize(2));
    assertThat(faults).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"4, 10", "1, 16", "0, 10", "'', 10", "2, ''", "2, 7.5", "many, 10"})
  void what_the_programme_never_asks_for_is_refused_and_the_limit_told(String sets, String reps) {
    assertThat(read(Map.of("sets-calf-raises", sets, "reps-calf-raises", reps))).isEmpty();
    assertThat(faults)
        .containsExactly(
            new AdaptForm.Fault(
                "sets-calf-raises",
                "Calf raises: give 1 to 3 sets and 1 to 15 repetitions, both. The programme never"
                    + " asks for more."));
  }

  private Optional<List<Adaptation>> read(Map<String, String> sent) {
    Map<String, String> form = new HashMap<>(sent);
    form.put("change-calf-raises", "change");
    form.put("reason", "Lighter for a week");
    return AdaptForm.read(
        ShippedPack.programme("ankles"),
        field -> Optional.ofNullable(form.get(field)),
        faults,
        Words.load("en"));
  }
}
