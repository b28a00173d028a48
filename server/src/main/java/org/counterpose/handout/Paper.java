package org.counterpose.handout;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The size of the paper, upright. */
public enum Paper {
  A4(210, 297),
  LETTER(215.9, 279.4);

  private final double widthMm;
  private final double heightMm;

  Paper(double widthMm, double heightMm) {
    this.widthMm = widthMm;
    this.heightMm = heightMm;
  }

  float widthMm() {
    return (float) widthMm;
  }

  float heightMm() {
    return (float) heightMm;
  }

  /** The paper of that name, in small letters or not. */
  public static Optional<Paper> named(String name) {
    return Arrays.stream(values())
        .filter(paper -> paper.name().equals(name.toUpperCase(Locale.ROOT)))
        .findFirst();
  }
}
