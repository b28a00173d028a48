package org.counterpose.app;

import java.util.List;
import org.counterpose.document.Problem;

/** What the doctor found of one thing. */
sealed interface Finding {

  record Well(String of, String what) implements Finding {}

  /** Works, and somebody should know. */
  record Note(String of, String what) implements Finding {}

  record Wrong(String of, String what, String mend) implements Finding {}

  /** What is wrong in files, each by itself. */
  static List<Finding> of(String what, List<Problem> problems) {
    return problems.stream()
        .<Finding>map(
            (Problem problem) ->
                new Wrong(what, problem.toString(), "Mend it there, then try again."))
        .toList();
  }

  /** As it is told. */
  default String line() {
    return switch (this) {
      case Well well -> "ok     " + well.of() + ": " + well.what();
      case Note note -> "note   " + note.of() + ": " + note.what();
      case Wrong wrong -> "WRONG  " + wrong.of() + ": " + wrong.what() + ". " + wrong.mend();
    };
  }
}
