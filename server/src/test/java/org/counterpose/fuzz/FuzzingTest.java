package org.counterpose.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Ten minutes of new inputs for each target, from the kept ones on. {@code -Dfuzz.seconds=60} and
 * {@code -Dfuzz.seed=1} make another run, and {@code -Dfuzz.keep=true} adds what it reached to the
 * kept inputs.
 */
@Tag("slow")
class FuzzingTest {

  private static final long SECONDS = Long.getLong("fuzz.seconds", 600);
  private static final long SEED = Long.getLong("fuzz.seed", 20261127);
  private static final boolean KEEP = Boolean.getBoolean("fuzz.keep");

  @ParameterizedTest
  @EnumSource
  void no_new_input_breaks_a_promise(KeptCorpus corpus) throws Exception {
    Fuzzer fuzzer = Fuzzer.of(corpus);

    int exit = fuzzer.search(SECONDS, SEED);

    System.out.printf(
        "fuzzed %s for %d s, seed %d%n%s%n", corpus.word(), SECONDS, SEED, fuzzer.counts());
    System.out.println(
        "new inputs are in " + fuzzer.grown() + "; -Dfuzz.keep=true keeps as few as reach as much");
    assertThat(exit).as("seed %s, %s%n%s", SEED, fuzzer.log(), fuzzer.finding()).isZero();
    if (KEEP) {
      assertThat(fuzzer.keep()).as(fuzzer.log().toString()).isZero();
    }
  }
}
