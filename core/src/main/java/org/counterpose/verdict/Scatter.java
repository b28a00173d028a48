package org.counterpose.verdict;

/**
 * How one person's days scatter, and how far their level wanders by itself.
 *
 * @param sd standard deviation from day to day around the level, in points
 * @param rho correlation of one day with the next
 * @param wander standard deviation of the level's own step from one day to the next, in points
 */
public record Scatter(double sd, double rho, double wander) {

  public Scatter {
    if (!(sd > 0) || !(rho >= 0 && rho < 1) || !(wander >= 0)) {
      throw new IllegalArgumentException(
          "sd must be above 0, rho in [0, 1) and wander 0 or more, got "
              + (sd + ", " + rho + ", " + wander));
    }
  }
}
