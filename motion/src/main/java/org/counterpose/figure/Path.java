package org.counterpose.figure;

import java.util.List;

/** The outline of a shape in SVG's words, in tenths of a unit, told from point to point. */
final class Path {

  private final StringBuilder text = new StringBuilder();
  private final Bounds bounds = new Bounds();
  private long atX;
  private long atY;
  private long startX;
  private long startY;
  private boolean implied;

  Path move(Dot dot) {
    text.append('M').append(tenths(round(dot.x())));
    number(round(dot.y()));
    at(dot);
    startX = atX;
    startY = atY;
    implied = false;
    return this;
  }

  Path line(Dot dot) {
    if (implied) {
      number(round(dot.x()) - atX);
    } else {
      text.append('l').append(tenths(round(dot.x()) - atX));
    }
    number(round(dot.y()) - atY);
    at(dot);
    implied = true;
    return this;
  }

  /** Round a circle against the clock, the long way or the short way. */
  Path arc(Dot centre, double radius, boolean far, Dot dot) {
    text.append('a').append(tenths(round(radius)));
    number(round(radius));
    text.append(" 0 ").append(far ? '1' : '0').append(" 0");
    number(round(dot.x()) - atX);
    number(round(dot.y()) - atY);
    bounds.add(centre.minus(new Dot(radius, radius)));
    bounds.add(centre.plus(new Dot(radius, radius)));
    at(dot);
    implied = false;
    return this;
  }

  Path curve(Dot one, Dot other, Dot dot) {
    text.append('c').append(tenths(round(one.x()) - atX));
    number(round(one.y()) - atY);
    number(round(other.x()) - atX);
    number(round(other.y()) - atY);
    number(round(dot.x()) - atX);
    number(round(dot.y()) - atY);
    at(dot);
    implied = false;
    return this;
  }

  /** A line without corners through places. */
  Path through(List<Dot> dots) {
    move(dots.get(0));
    for (int i = 1; i < dots.size(); i++) {
      Dot before = dots.get(Math.max(0, i - 2));
      Dot from = dots.get(i - 1);
      Dot to = dots.get(i);
      Dot after = dots.get(Math.min(dots.size() - 1, i + 1));
      curve(
          from.plus(to.minus(before).times(1.0 / 6)),
          to.minus(after.minus(from).times(1.0 / 6)),
          to);
    }
    return this;
  }

  /** A round line without corners through places. */
  Path around(List<Dot> dots) {
    int count = dots.size();
    move(dots.get(0));
    for (int i = 0; i < count; i++) {
      Dot before = dots.get((i + count - 1) % count);
      Dot from = dots.get(i);
      Dot to = dots.get((i + 1) % count);
      Dot after = dots.get((i + 2) % count);
      curve(
          from.plus(to.minus(before).times(1.0 / 6)),
          to.minus(after.minus(from).times(1.0 / 6)),
          to);
    }
    return close();
  }

  Path close() {
    text.append('z');
    atX = startX;
    atY = startY;
    implied = false;
    return this;
  }

  String text() {
    return text.toString();
  }

  Bounds bounds() {
    return bounds;
  }

  private void at(Dot dot) {
    atX = round(dot.x());
    atY = round(dot.y());
    bounds.add(dot);
  }

  private void number(long tenths) {
    if (tenths >= 0) {
      text.append(' ');
    }
    text.append(tenths(tenths));
  }

  static long round(double value) {
    return Math.round(value * 10);
  }

  static String tenths(long tenths) {
    long size = Math.abs(tenths);
    String sign = tenths < 0 ? "-" : "";
    if (size % 10 == 0) {
      return sign + size / 10;
    }
    return sign + (size < 10 ? "" : size / 10) + "." + size % 10;
  }

  static String number(double value) {
    return tenths(round(value));
  }
}
