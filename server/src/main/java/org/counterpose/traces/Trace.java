package org.counterpose.traces;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.counterpose.document.Fields;
import org.counterpose.document.Node;
import org.counterpose.document.Problems;
import org.counterpose.pose.Frame;
import org.counterpose.pose.Landmark;

/**
 * What a camera saw of somebody, frame by frame: {@code {"width": 640, "height": 480, "step":
 * "desk", "frames": [{"t": 0, "landmarks": [[x, y, z, visibility], .. 33 of them]}]}}; {@code
 * landmarks} is null where nobody was found. Other fields, such as a note, are passed over.
 *
 * @param frames in the order of time
 * @param step what it says that it shows
 */
public record Trace(List<Frame> frames, Optional<String> step) {

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
    Optional<String> step = fields.get().textIfAny("step");
    Order order = new Order();
    List<Frame> frames =
        fields.get().list("frames", frame -> frame(frame, aspect, order, problems));
    return problems.noneSince(before) ? Optional.of(new Trace(frames, step)) : Optional.empty();
  }

  /** Holds that time goes on from frame to frame. */
  private static final class Order {

    private double before = -1;

    /** What is wrong with this time, if anything. */
    Optional<String> take(double millis) {
      if (millis > before) {
        before = millis;
        return Optional.empty();
      }
      return Optional.of(
          "must be after the frame before, at " + plain(before) + ", got " + plain(millis));
    }

    private static String plain(double millis) {
      return BigDecimal.valueOf(millis).stripTrailingZeros().toPlainString();
    }
  }

  private static Optional<Frame> frame(Node node, double aspect, Order order, Problems problems) {
    Optional<Fields> fields = Fields.of(node, problems);
    Optional<Double> millis = fields.flatMap(frame -> frame.number("t", 0, LAST_MILLIS));
    if (fields.isEmpty() || millis.isEmpty()) {
      return Optional.empty();
    }
    order.take(millis.get()).ifPresent(before -> fields.get().wrong("t", before));
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
