package org.counterpose.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A movement that is seen to move: each shape is turned into the next of a few postures, from the
 * last to the first and back. Where a part comes before another, a second set of shapes takes over.
 */
final class Animation {

  private static final double SECONDS_OF_A_WAY = 2;
  private static final double REST_AT_LAST = 0.8;

  private final List<List<Shape>> frames = new ArrayList<>();
  private final List<Integer> shown = new ArrayList<>();
  private final List<Double> times = new ArrayList<>();
  private final double seconds;
  private final boolean moves;

  Animation(Scene scene) {
    List<Double> stops = Pace.stops(scene.staged().movement());
    this.moves = stops.size() > 1;
    for (double stop : stops) {
      frames.add(scene.at(stop));
    }
    int steps = frames.size() - 1;
    this.seconds = 2 * SECONDS_OF_A_WAY + REST_AT_LAST;
    at(0, 0);
    for (int i = 0; i <= steps && moves; i++) {
      at(REST_AT_LAST + SECONDS_OF_A_WAY * Pace.soft(i / (double) steps), i);
    }
    for (int i = steps - 1; i >= 0 && moves; i--) {
      at(seconds - SECONDS_OF_A_WAY * Pace.soft(i / (double) steps), i);
    }
  }

  private void at(double second, int frame) {
    times.add(second / seconds);
    shown.add(frame);
  }

  String shapes() {
    int head = common(false);
    int tail = common(true);
    StringBuilder text = new StringBuilder();
    List<Shape> still = frames.get(0);
    for (int i = 0; i < head; i++) {
      text.append(shape(still.get(i).key(), everywhere()));
    }
    if (head < still.size()) {
      groups(text, head, tail);
    }
    for (int i = still.size() - tail; i < still.size(); i++) {
      text.append(shape(still.get(i).key(), everywhere()));
    }
    return text.toString();
  }

  /** How many shapes at the beginning, or at the end, are the same in all frames. */
  private int common(boolean atEnd) {
    int least = frames.stream().mapToInt(List::size).min().orElse(0);
    int most = atEnd ? least - common(false) : least;
    for (int i = 0; i < most; i++) {
      for (List<Shape> frame : frames) {
        if (!key(frame, i, atEnd).equals(key(frames.get(0), i, atEnd))) {
          return i;
        }
      }
    }
    return Math.max(0, most);
  }

  private static String key(List<Shape> frame, int at, boolean fromEnd) {
    return frame.get(fromEnd ? frame.size() - 1 - at : at).key();
  }

  private void groups(StringBuilder text, int head, int tail) {
    Map<List<String>, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < shown.size(); i++) {
      groups.computeIfAbsent(middle(shown.get(i), head, tail), keys -> new ArrayList<>()).add(i);
    }
    groups.forEach(
        (keys, moments) -> {
          if (groups.size() == 1) {
            keys.forEach(key -> text.append(shape(key, everywhere())));
            return;
          }
          text.append("<g visibility=\"").append(moments.contains(0) ? "visible" : "hidden");
          text.append("\">").append(visible(moments));
          List<Integer> needed = withNext(moments);
          keys.forEach(key -> text.append(shape(key, needed)));
          text.append("</g>");
        });
  }

  private List<String> middle(int frame, int head, int tail) {
    List<Shape> shapes = frames.get(frame);
    return shapes.subList(head, shapes.size() - tail).stream().map(Shape::key).toList();
  }

  private List<Integer> everywhere() {
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      all.add(i);
    }
    return all;
  }

  /** A group is seen until the moment of the next, so it moves towards that one. */
  private List<Integer> withNext(List<Integer> moments) {
    List<Integer> needed = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      if (moments.contains(i) || moments.contains(i - 1)) {
        needed.add(i);
      }
    }
    return needed;
  }

  private String visible(List<Integer> moments) {
    StringBuilder values = new StringBuilder();
    StringBuilder at = new StringBuilder();
    boolean before = false;
    for (int i = 0; i < shown.size(); i++) {
      boolean now = moments.contains(i);
      if (i == 0 || now != before) {
        values.append(i == 0 ? "" : ";").append(now ? "visible" : "hidden");
        at.append(i == 0 ? "" : ";").append(time(times.get(i)));
      }
      before = now;
    }
    return "<animate attributeName=\"visibility\" calcMode=\"discrete\""
        + timing(at.toString(), values.toString());
  }

  private String shape(String key, List<Integer> moments) {
    Map<Integer, Shape> known = new TreeMap<>();
    for (int moment : moments) {
      for (Shape shape : frames.get(shown.get(moment))) {
        if (shape.key().equals(key)) {
          known.put(moment, shape);
        }
      }
    }
    Shape any = known.values().iterator().next();
    String start = any.path().text();
    StringBuilder values = new StringBuilder(start);
    StringBuilder at = new StringBuilder("0");
    String last = start;
    boolean still = true;
    double until = 0;
    for (int moment : moments) {
      Shape shape = known.get(moment);
      last = shape == null ? last : shape.path().text();
      still &= last.equals(start);
      if (times.get(moment) > 0) {
        values.append(';').append(last);
        at.append(';').append(time(times.get(moment)));
        until = times.get(moment);
      }
    }
    if (until < 1) {
      values.append(';').append(last);
      at.append(";1");
    }
    String path = "<path " + any.paint() + " d=\"" + start + "\"";
    return still
        ? path + "/>"
        : path
            + "><animate attributeName=\"d\""
            + timing(at.toString(), values.toString())
            + "</path>";
  }

  private String timing(String at, String values) {
    return " dur=\""
        + Path.number(seconds)
        + "s\" keyTimes=\""
        + at
        + "\" values=\""
        + values
        + "\"/>";
  }

  /** A share of the round in thousandths. */
  private static String time(double share) {
    long thousandths = Math.round(share * 1000);
    if (thousandths == 0 || thousandths == 1000) {
      return thousandths == 0 ? "0" : "1";
    }
    String digits = String.valueOf(1000 + thousandths).substring(1);
    return "." + digits;
  }
}
