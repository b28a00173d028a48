package org.counterpose.plan;

import java.util.List;
import java.util.Optional;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Side;
import org.counterpose.screening.Answers;

/** The sides that a person's complaint is about. */
final class Affected {

  private static final List<Side> BOTH = List.of(Side.LEFT, Side.RIGHT);

  private Affected() {}

  /** Both where nothing else was told. */
  static List<Side> sides(Programme programme, Answers check) {
    Optional<String> told = programme.trial().sides().flatMap(check::choice);
    return switch (told.orElse("")) {
      case "left" -> List.of(Side.LEFT);
      case "right" -> List.of(Side.RIGHT);
      default -> BOTH;
    };
  }
}
