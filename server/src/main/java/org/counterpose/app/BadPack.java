package org.counterpose.app;

import java.util.List;
import org.counterpose.document.Problem;
import org.counterpose.document.Problems;

/**
 * A programme, an article or the clinic's settings have problems; nothing is served until they are
 * mended.
 */
final class BadPack extends RuntimeException {

  private final transient List<Problem> problems;

  BadPack(Problems problems) {
    super(problems.list().size() + " problems in the programmes, articles or settings");
    this.problems = problems.list();
  }

  List<Problem> problems() {
    return problems;
  }
}
