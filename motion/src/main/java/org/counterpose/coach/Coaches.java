package org.counterpose.coach;

import java.util.Arrays;
import java.util.Optional;

/** The coaches, by the step that they watch. */
public final class Coaches {

  private static final int MOST_HOLDS = 1000;

  private Coaches() {}

  /**
   * The coach of a step, ready for its first frame; empty where no coach watches this step.
   *
   * @param step {@code thread-the-needle}, {@code rolled-towel}, {@code desk}, {@code
   *     desk-calibration} or {@code posture}
   * @param settings of the needle, how many holds make a side; of the towel, how many seconds to
   *     lie; of the desk, how many minutes one position may be kept, and then the reference that a
   *     calibration gave, if any; of a calibration none; of the posture measure the roll of the
   *     device in degrees, NaN where it is unknown
   * @throws IllegalArgumentException where these are not the settings of that step
   */
  public static Optional<Coach> of(String step, double... settings) {
    return switch (step) {
      case "thread-the-needle" -> Optional.of(new NeedleCoach(holds(only(step, settings))));
      case "rolled-towel" -> Optional.of(new TowelCoach(only(step, settings)));
      case "desk" -> Optional.of(desk(settings));
      case "desk-calibration" -> {
        count(step, 0, settings);
        yield Optional.of(new DeskCalibration());
      }
      case "posture" -> Optional.of(new PostureMeasure(only(step, settings)));
      default -> Optional.empty();
    };
  }

  private static int holds(double number) {
    if (!(number >= 1 && number <= MOST_HOLDS) || number != (int) number) {
      throw new IllegalArgumentException(
          "the holds of a side must be a whole number from 1 to 1000, got " + number);
    }
    return (int) number;
  }

  private static Coach desk(double... settings) {
    if (settings.length == 0) {
      throw new IllegalArgumentException("desk needs the minutes of one position, got no settings");
    }
    Optional<DeskView> tall =
        settings.length == 1
            ? Optional.empty()
            : Optional.of(DeskView.of(Arrays.copyOfRange(settings, 1, settings.length)));
    return new DeskCoach(tall, settings[0]);
  }

  private static double only(String step, double... settings) {
    count(step, 1, settings);
    return settings[0];
  }

  private static void count(String step, int asked, double... settings) {
    if (settings.length != asked) {
      throw new IllegalArgumentException(
          step + " has " + asked + " settings, got " + Arrays.toString(settings));
    }
  }
}
