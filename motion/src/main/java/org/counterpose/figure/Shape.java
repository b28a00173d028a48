package org.counterpose.figure;

/**
 * One path of a picture.
 *
 * @param key what it is, the same in every posture
 * @param paint how it is painted, as attributes
 */
record Shape(String key, String paint, Path path) {

  /** Filled, with a rim of paper that parts it from what is behind. */
  static Shape solid(String key, Tone tone, Path path) {
    return new Shape(
        key,
        "fill=\""
            + tone.colour()
            + "\" stroke=\""
            + Tone.PAPER.colour()
            + "\" stroke-width=\"3.2\" stroke-linejoin=\"round\" paint-order=\"stroke\"",
        path);
  }

  /** Filled only. */
  static Shape plain(String key, Tone tone, Path path) {
    return new Shape(key, "fill=\"" + tone.colour() + "\"", path);
  }

  /** A line. */
  static Shape line(String key, Tone tone, double width, Path path) {
    return new Shape(
        key,
        "fill=\"none\" stroke=\""
            + tone.colour()
            + "\" stroke-width=\""
            + Path.number(width)
            + "\" stroke-linecap=\"round\" stroke-linejoin=\"round\"",
        path);
  }
}
