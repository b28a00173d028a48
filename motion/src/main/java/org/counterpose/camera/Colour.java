package org.counterpose.camera;

/** A colour in light: shares of red, green and blue, 0 to 1. */
record Colour(double red, double green, double blue) {

  static final Colour SKIN = new Colour(0.87, 0.66, 0.54);
  static final Colour LIPS = new Colour(0.72, 0.42, 0.38);
  static final Colour HAIR = new Colour(0.17, 0.11, 0.08);
  static final Colour EYE = new Colour(0.95, 0.95, 0.93);
  static final Colour PUPIL = new Colour(0.08, 0.06, 0.05);
  static final Colour SHIRT = new Colour(0.20, 0.38, 0.68);
  static final Colour TROUSERS = new Colour(0.17, 0.18, 0.21);
  static final Colour SHOE = new Colour(0.85, 0.85, 0.87);
  static final Colour FLOOR = new Colour(0.66, 0.55, 0.43);
  static final Colour WALL = new Colour(0.82, 0.80, 0.76);

  Colour times(double light) {
    return new Colour(red * light, green * light, blue * light);
  }
}
