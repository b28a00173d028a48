package org.counterpose.programme;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.counterpose.document.Problems;

/**
 * Tells texts that are too long for where they stand, in any language. All bounds are our own
 * choice; the longest texts of the packs that ship are a little below them.
 */
final class TextLengths {

  private static final int LONGEST_TITLE = 70;
  private static final int LONGEST_LINE = 100;
  private static final int LONGEST_QUESTION = 160;
  private static final int LONGEST_CUE = 120;

  /** How fast a cue is taken to be spoken: some 150 words a minute. */
  private static final int CHARACTERS_A_SECOND = 15;

  private static final Pattern TITLE =
      Pattern.compile("screens\\..*|aids\\.[^.]+|measures\\.[^.]+|.*\\.title");
  private static final Pattern LINE = Pattern.compile("steps\\.[^.]+\\.short");
  private static final Pattern QUESTION = Pattern.compile("questions\\.[^.]+(\\.(?!hint$).+)?");
  private static final Pattern CUE = Pattern.compile("steps\\.([^.]+)\\.cue\\.([^.]+)");

  private final Programme programme;
  private final Problems doubts;

  private TextLengths(Programme programme, Problems doubts) {
    this.programme = programme;
    this.doubts = doubts;
  }

  static void tell(Programme programme, PackTexts texts, Problems doubts) {
    TextLengths lengths = new TextLengths(programme, doubts);
    texts.all().forEach(lengths::tell);
  }

  private void tell(String key, PackTexts.Text text) {
    int length = text.markdown().length();
    Matcher cue = CUE.matcher(key);
    if (cue.matches()) {
      OptionalInt seconds =
          programme
              .step(cue.group(1))
              .map(step -> shortest(step, cue.group(2)))
              .orElse(OptionalInt.empty());
      int most = Math.min(LONGEST_CUE, seconds.orElse(LONGEST_CUE) * CHARACTERS_A_SECOND);
      if (length > most) {
        doubts.add(
            text.place(),
            "is spoken, and "
                + length
                + " characters are more than the "
                + most
                + " that "
                + (most < LONGEST_CUE
                    ? "fit into its " + seconds.orElseThrow() + " seconds"
                    : "are easily followed"));
      }
      return;
    }
    most(key)
        .filter(most -> length > most)
        .ifPresent(
            most ->
                doubts.add(
                    text.place(),
                    "has "
                        + length
                        + " characters, and more than "
                        + most
                        + " fill a small screen"));
  }

  private static Optional<Integer> most(String key) {
    return TITLE.matcher(key).matches()
        ? Optional.of(LONGEST_TITLE)
        : LINE.matcher(key).matches()
            ? Optional.of(LONGEST_LINE)
            : QUESTION.matcher(key).matches() ? Optional.of(LONGEST_QUESTION) : Optional.empty();
  }

  /** The seconds in which a cue must have been spoken, the shortest that the step ever has. */
  private static OptionalInt shortest(Step step, String moment) {
    return Stream.concat(Stream.of(step.dose()), step.stages().stream().map(Stage::dose))
        .flatMapToInt(dose -> seconds(dose, moment))
        .min();
  }

  private static IntStream seconds(Dose dose, String moment) {
    return switch (dose) {
      case Dose.Timed timed when moment.equals("hold") -> each(timed.seconds());
      case Dose.Holds holds when moment.equals("hold") -> each(holds.holdSeconds());
      case Dose.Holds holds when moment.equals("return") -> IntStream.of(holds.returnSeconds());
      case Dose.Reps reps when moment.equals("rest") -> IntStream.of(reps.restSeconds());
      case Dose.Timed timed -> IntStream.empty();
      case Dose.Holds holds -> IntStream.empty();
      case Dose.Reps reps -> IntStream.empty();
      case Dose.Worn worn -> IntStream.empty();
      case Dose.Breaks breaks -> IntStream.empty();
    };
  }

  private static IntStream each(Dose.Amount amount) {
    return IntStream.concat(
        IntStream.of(amount.lighter()), amount.weeks().stream().mapToInt(Integer::intValue));
  }
}
