package org.counterpose.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.counterpose.words.Words;

/**
 * Which language a person reads, and in which ones their plan is printed.
 *
 * @param told which they read, in words; empty where there is only one
 * @param papers theirs first; none where the trial may not be printed now
 */
public record Reads(Optional<String> told, List<Paper> papers) {

  /** The plan on paper in a language, and what it is called. */
  public record Paper(String language, String title) {}

  /**
   * @param theirs empty where they never read in one
   * @param all that there are words in, the usual one first
   * @param printed those in which the plan is printed now
   */
  static Reads of(Optional<String> theirs, List<String> all, List<String> printed, Words words) {
    boolean several = all.size() > 1;
    return new Reads(
        several
            ? Optional.of(
                theirs
                    .map(language -> words.say("care.reads", words.named(language)))
                    .orElseGet(() -> words.say("care.reads.unknown", words.named(all.getFirst()))))
            : Optional.empty(),
        printed.stream()
            .sorted(Comparator.comparing(language -> !Optional.of(language).equals(theirs)))
            .map(
                language ->
                    new Paper(
                        language,
                        several
                            ? words.say("care.paper.in", words.named(language))
                            : words.say("care.paper")))
            .toList());
  }
}
