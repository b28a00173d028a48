package org.counterpose.body;

/**
 * How far a joint goes one way, in degrees.
 *
 * @param name the movement, in the field's word
 * @param least the furthest against it, 0 or less
 * @param most the furthest with it
 */
public record Limit(String name, double least, double most) {

  public Limit {
    if (!(least <= 0 && most >= 0)) {
      throw new IllegalArgumentException(
          "limits of " + name + " must have 0 between them, got " + least + " and " + most);
    }
  }

  public boolean allows(double degrees) {
    return degrees >= least && degrees <= most; // not a number is not allowed
  }
}
