package org.counterpose.traces;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.counterpose.document.Fields;
import org.counterpose.document.Node;
import org.counterpose.document.Problems;
import org.counterpose.pose.Frame;
import org.counterpose.pose.Landmark;

/**
 * What a camera saw of somebody, frame by frame: {@code {"width": 640, "height": 480, "frames":
 * [{"t": 0, "landmarks": [[x, y, z, visibility], .. 33 of them]}]}}; {@code landmarks} is null
 * where nobody was found. Other fields, such as a note, are passed over.
 */
public record Trace(List<Frame> frames) {

  private static final int MOST_PIXELS = 100_000;

  /** Far outside a picture: what a model says of hidden limbs lies within. */
  private static final double FURTHEST = 100;

  /** Beyond a day nobody watches on. */
  private static final double LAST_MILLIS = 24 * 60 * 60_000.0;

  /** The trace of a document; every fault is noted with its place. */
  public static Optional<Trace> read(Node node, Problems problems) {
    int before = problems.count();
    Optional<Fields> fields = Fields.of(node, problems);
    if (fields.isEmpty()) {
      return Optional.empty();
    }
    Optional<Integer> width = fields.get().whole("width", 1, MOST_PIXELS);
    Optional<Integer> height = fields.get().whole("height", 1, MOST_PIXELS);
    double aspect = width.orElse(1) / (double) height.orElse(1);
    List<Frame> frames = fields.get().list("frames", frame -> frame(frame, aspect, problems));
    return problems.noneSince(before) ? Optional.of(new Trace(frames)) : Optional.empty();
  }

  private static Optional<Frame> frame(Node node, double aspect, Problems problems) {
    Optional<Fields> fields = Fields.of(node, problems);
    Optional<Double> millis = fields.flatMap(frame -> frame.number("t", 0, LAST_MILLIS));
    if (fields.isEmpty() || millis.isEmpty()) {
      return Optional.empty();
    }
    Optional<Node> landmarks = fields.get().any("landmarks");
    if (landmarks.isEmpty()) {
      return Optional.of(Frame.empty(millis.get()));
    }
    return body(fields.get(), landmarks.get(), problems)
        .map(values -> Frame.of(millis.get(), values, aspect));
  }

  private static Optional<double[]> body(Fields fields, Node node, Problems problems) {
    int before = problems.count();
    List<List<Double>> points =
        fields.asList(node, point -> Optional.of(point(fields, point, problems)));
    if (problems.noneSince(before) && points.size() != Landmark.COUNT) {
      problems.add(
          node, "must be " + Landmark.COUNT + " points or null, got " + points.size() + " points");
    }
    if (!problems.noneSince(before)) {
      return Optional.empty();
    }
    double[] values = new double[Landmark.COUNT * Frame.PER_POINT];
    int at = 0;
    for (List<Double> point : points) {
      for (double value : point) {
        values[at++] = value;
      }
    }
    return Optional.of(values);
  }

  private static List<Double> point(Fields fields, Node node, Problems problems) {
    List<Double> numbers =
        new ArrayList<>(
            fields.asList(node, number -> fields.asNumber(number, -FURTHEST, FURTHEST)));
    if (node instanceof Node.Listing listing && listing.elements().size() != Frame.PER_POINT) {
      problems.add(
          node, "must be x, y, z and visibility, got " + listing.elements().size() + " numbers");
    }
    return numbers;
  }
}
