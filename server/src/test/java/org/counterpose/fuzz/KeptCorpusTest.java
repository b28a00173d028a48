package org.counterpose.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every input that was kept is read or refused as it must be. */
class KeptCorpusTest {

  @ParameterizedTest
  @EnumSource
  void what_was_kept_is_read_or_every_fault_of_it_is_told(KeptCorpus corpus) {
    List<Path> read = new ArrayList<>();
    List<Path> refused = new ArrayList<>();
    for (Path input : corpus.inputs()) {
      try {
        (corpus.isRead(input) ? read : refused).add(input);
      } catch (Throwable broken) {
        throw new AssertionError(input + ": " + broken.getMessage(), broken);
      }
    }

    assertThat(read).as("inputs that are sound").isNotEmpty();
    assertThat(refused).as("inputs that are not").isNotEmpty();
  }
}
