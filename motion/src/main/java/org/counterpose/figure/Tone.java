package org.counterpose.figure;

/** The colours of the house's pictures. */
enum Tone {
  NEAR("#26413c"),
  MIDDLE("#3f6b60"),
  FAR("#9db4ab"),
  BEFORE("#d3dcd4"),
  PAPER("#fdf9f1"),
  ACCENT("#e4572e"),
  FLOOR("#d9cfbf"),
  MAT("#ecdcc0"),
  MAT_EDGE("#cfb78c"),
  WOOD("#c8b79b"),
  WOOD_EDGE("#b7a384"),
  METAL("#857f70"),
  METAL_LIGHT("#aaa595"),
  DISC("#1d7f73"),
  DISC_EDGE("#145c53"),
  TOWEL("#e6b183"),
  TOWEL_END("#f7dfc4"),
  TOWEL_ROLL("#c07a45"),
  BAND("#e0a030"),
  BAND_EDGE("#b87a14");

  private final String colour;

  Tone(String colour) {
    this.colour = colour;
  }

  String colour() {
    return colour;
  }
}
