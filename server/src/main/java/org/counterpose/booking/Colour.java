package org.counterpose.booking;

import java.util.Optional;
import java.util.regex.Pattern;

/** A colour of the screen, its parts from 0 to 255. */
record Colour(int red, int green, int blue) {

  /** The least contrast for text: WCAG 2.2, success criterion 1.4.3. */
  static final double READABLE = 4.5;

  static final Colour WHITE = new Colour(255, 255, 255);

  /** What our pages stand on. */
  static final Colour PAPER = new Colour(0xfa, 0xf6, 0xef);

  private static final Pattern HEX = Pattern.compile("#[0-9a-fA-F]{6}");

  static Optional<Colour> read(String text) {
    if (!HEX.matcher(text).matches()) {
      return Optional.empty();
    }
    int number = Integer.parseInt(text.substring(1), 16);
    return Optional.of(new Colour(number >> 16, number >> 8 & 0xff, number & 0xff));
  }

  /** The ratio of the two luminances, 1 to 21, as WCAG 2.2 defines it. */
  double contrast(Colour other) {
    double a = luminance() + 0.05;
    double b = other.luminance() + 0.05;
    return Math.max(a, b) / Math.min(a, b);
  }

  private double luminance() {
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  }

  private static double linear(int part) {
    double share = part / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
