package org.counterpose.bench;

import java.nio.file.Path;
import java.util.List;

/** Something to be measured, by itself and against something else. */
interface Measure {

  /** One word to ask for it by. */
  String name();

  /** What is compared with what, in one line. */
  String about();

  /** Whether a target that is missed fails the run; where it hangs on the machine, it does not. */
  default boolean mustMeetItsTargets() {
    return false;
  }

  /**
   * Measures.
   *
   * @param folder an empty folder of its own, on the disk where data would be
   */
  List<Row> run(Path folder) throws Exception;
}
