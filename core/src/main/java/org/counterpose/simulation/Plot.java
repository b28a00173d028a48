package org.counterpose.simulation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A plot of lines and points on two axes, as SVG; each line is named where it ends. */
final class Plot {

  private static final int WIDTH = 760;
  private static final int HEIGHT = 440;
  private static final int LEFT = 64;
  private static final int RIGHT = 196;
  private static final int TOP = 66;
  private static final int BOTTOM = 58;
  private static final double LABELS_APART = 17;

  /** Told apart by lightness too, for those who see few colours and for grey print. */
  private static final List<String> COLOURS =
      List.of("#0b5c57", "#b4521e", "#5b6fb5", "#8a8a8a", "#b08d2c");

  private static final List<String> DASHES = List.of("", "7 4", "2 3", "10 3 2 3", "4 4");

  private record Label(String text, String colour, String dash, double y) {}

  private final double fromX;
  private final double toX;
  private final double fromY;
  private final double toY;
  private final StringBuilder svg = new StringBuilder();
  private final List<Label> labels = new ArrayList<>();
  private int lines;
  private boolean keyed;

  /** A spot of a line. */
  record Spot(double x, double y) {}

  Plot(
      String title,
      String belowX,
      String besideY,
      double fromX,
      double toX,
      double fromY,
      double toY) {
    this.fromX = fromX;
    this.toX = toX;
    this.fromY = fromY;
    this.toY = toY;
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\" font-size=\"13\" role=\"img\">\n",
            WIDTH,
            HEIGHT,
            WIDTH,
            HEIGHT));
    svg.append("<title>").append(title).append("</title>\n");
    svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
    text(LEFT - 44, 26, "start", "#1c2b2a", title, " font-size=\"16\" font-weight=\"600\"");
    text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 14, "middle", "#3d4f4d", belowX, "");
    text(LEFT - 44, 46, "start", "#3d4f4d", besideY, "");
  }

  Plot ticks(double everyX, double everyY) {
    for (double x = fromX; x <= toX + 1e-9; x += everyX) {
      line(x(x), y(fromY), x(x), y(fromY) + 5, "#3d4f4d");
      text(x(x), y(fromY) + 20, "middle", "#3d4f4d", number(x), "");
    }
    for (double y = fromY; y <= toY + 1e-9; y += everyY) {
      line(x(fromX), y(y), x(toX), y(y), y == fromY ? "#3d4f4d" : "#dfe6e4");
      text(x(fromX) - 8, y(y) + 4, "end", "#3d4f4d", number(y), "");
    }
    return this;
  }

  /** Where something ought to lie, with its name. */
  Plot band(double low, double high, String name) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"#dcefe9\"/>\n",
            x(fromX),
            y(high),
            x(toX) - x(fromX),
            y(low) - y(high)));
    text(x(fromX) + 8, y(high) + 15, "start", "#0b5c57", name, "");
    return this;
  }

  Plot line(String name, List<Spot> spots) {
    String colour = COLOURS.get(lines % COLOURS.size());
    StringBuilder points = new StringBuilder();
    for (Spot spot : spots) {
      points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(spot.x()), y(spot.y())));
    }
    svg.append(
        String.format(
            Locale.ROOT,
            "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"%s\" stroke-dasharray=\"%s\" points=\"%s\"/>\n",
            colour,
            lines == 0 ? "3" : "2",
            DASHES.get(lines % DASHES.size()),
            points.toString().strip()));
    labels.add(
        new Label(name, colour, DASHES.get(lines % DASHES.size()), y(spots.getLast().y()) + 4));
    lines++;
    return this;
  }

  /** A spot with its name beside it. */
  Plot spot(String name, Spot at, boolean ours) {
    String colour = ours ? COLOURS.getFirst() : COLOURS.get(1);
    svg.append(
        String.format(
            Locale.ROOT,
            "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%d\" fill=\"%s\"/>\n",
            x(at.x()),
            y(at.y()),
            ours ? 7 : 5,
            colour));
    text(
        x(at.x()) + 10,
        y(at.y()) + (ours ? -8 : 16),
        "start",
        colour,
        name,
        ours ? " font-weight=\"600\"" : "");
    return this;
  }

  /** Names the lines in a key beside the plot, for lines that end in its middle. */
  Plot keyed() {
    keyed = true;
    return this;
  }

  String svg() {
    if (keyed) {
      key();
    } else {
      nameAtTheEnd();
    }
    return svg + "</svg>\n";
  }

  private void key() {
    double x = x(toX) + 8;
    double y = TOP;
    for (Label label : labels) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"2\" stroke-dasharray=\"%s\"/>\n",
              x,
              y,
              x + 26,
              y,
              label.colour(),
              label.dash()));
      name(label, x + 34, y + 4);
      y += LABELS_APART;
    }
  }

  /** From the lowest up, each at its line's end or just above the one before it. */
  private void nameAtTheEnd() {
    double y = y(fromY) + 4 + LABELS_APART;
    for (Label label :
        labels.stream().sorted(Comparator.comparingDouble(Label::y).reversed()).toList()) {
      y = Math.min(label.y(), y - LABELS_APART);
      name(label, x(toX) + 8, y);
    }
  }

  private void name(Label label, double x, double y) {
    text(x, y, "start", label.colour(), label.text(), " font-weight=\"600\"");
  }

  private void line(double x1, double y1, double x2, double y2, String colour) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>\n",
            x1,
            y1,
            x2,
            y2,
            colour));
  }

  private void text(double x, double y, String anchor, String colour, String words, String more) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\"%s>%s</text>\n",
            x,
            y,
            anchor,
            colour,
            more,
            words));
  }

  private double x(double value) {
    return LEFT + (WIDTH - LEFT - RIGHT) * (value - fromX) / (toX - fromX);
  }

  private double y(double value) {
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * (value - fromY) / (toY - fromY);
  }

  private static String number(double value) {
    return BigDecimal.valueOf(value)
        .setScale(2, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }
}
