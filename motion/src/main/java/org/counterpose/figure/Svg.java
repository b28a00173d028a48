package org.counterpose.figure;

import java.util.List;

/** Writes a picture down. */
final class Svg {

  private Svg() {}

  static String document(Bounds frame, String inside) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\""
        + Path.number(frame.left())
        + " "
        + Path.number(frame.top())
        + " "
        + Path.number(frame.right() - frame.left())
        + " "
        + Path.number(frame.bottom() - frame.top())
        + "\">"
        + inside
        + "</svg>\n";
  }

  static String shapes(List<Shape> shapes) {
    StringBuilder text = new StringBuilder();
    for (Shape shape : shapes) {
      text.append("<path ")
          .append(shape.paint())
          .append(" d=\"")
          .append(shape.path().text())
          .append("\"/>");
    }
    return text.toString();
  }
}
