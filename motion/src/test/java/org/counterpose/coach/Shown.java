package org.counterpose.coach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.counterpose.pose.Frame;
import org.counterpose.pose.Landmark;

/** For each coach what earns its credit; a test spoils it and looks what is still told. */
enum Shown {
  NEEDLE("thread-the-needle", 4 / 3.0, 1) {
    @Override
    List<Frame> done(double frames) {
      return new Kneeling(frames)
          .tableTop(2)
          .threads(Side.LEFT, 10)
          .tableTop(2)
          .threads(Side.RIGHT, 10)
          .tableTop(2)
          .frames();
    }
  },
  TOWEL("rolled-towel", 4 / 3.0, 20) {
    @Override
    List<Frame> done(double frames) {
      return new Reclining(frames).sits(3).liesOnARoll(30).sits(4).frames();
    }
  },
  DESK_FROM_THE_SIDE("desk", 1, 40) {
    @Override
    List<Frame> done(double frames) {
      return new Sitting(frames).leans(10, 0, 10).leans(35, 12, 30).leans(10, 0, 5).frames();
    }
  },
  DESK_FROM_THE_FRONT("desk", 1, 40) {
    @Override
    List<Frame> done(double frames) {
      return new Sitting(frames).faces(0.6, 0, 10).faces(0.4, 0.1, 30).faces(0.6, 0, 5).frames();
    }
  },
  CALIBRATION("desk-calibration", 1) {
    @Override
    List<Frame> done(double frames) {
      return new Sitting(frames).leans(10, 0, 7).frames();
    }
  },
  POSTURE("posture", 1, 0) {
    @Override
    List<Frame> done(double frames) {
      return new Sitting(frames).leans(22, 4, 5).frames();
    }
  };

  private final String step;
  final double aspect;
  private final double[] settings;

  Shown(String step, double aspect, double... settings) {
    this.step = step;
    this.aspect = aspect;
    this.settings = settings;
  }

  abstract List<Frame> done(double frames);

  Coach coach() {
    return Coaches.of(step, settings).orElseThrow();
  }

  /** What is told of these frames that says that something was done or taken, a word each. */
  List<String> credit(List<Frame> frames) {
    Coach coach = coach();
    List<String> credit = new ArrayList<>();
    for (Frame frame : frames) {
      for (Event event : coach.see(frame)) {
        switch (event.kind()) {
          case HOLD_START, HOLD_END, SIDE_DONE, DONE, SLOUCH, STILL_TOO_LONG ->
              credit.add(
                  event.kind().named() + event.side().map(side -> " " + side.named()).orElse(""));
          case READY, LOST, UNSURE -> {}
        }
      }
    }
    double[] numbers = coach.numbers();
    boolean isTaken = numbers.length > 1 && numbers[1] == Sample.TAKEN;
    if (isTaken && (this == CALIBRATION || this == POSTURE)) {
      credit.add("taken");
    }
    return credit;
  }

  /** The numbers of a frame, as they came from the model. */
  double[] values(Frame frame) {
    double[] values = new double[Landmark.COUNT * Frame.PER_POINT];
    Arrays.setAll(
        values,
        i -> {
          var landmark = Landmark.values()[i / Frame.PER_POINT];
          return switch (i % Frame.PER_POINT) {
            case 0 -> frame.at(landmark).x() / aspect;
            case 1 -> frame.at(landmark).y();
            case 2 -> 0;
            default -> frame.visibility(landmark);
          };
        });
    return values;
  }
}
