package org.counterpose.verdict;

/**
 * What is known of a change that is neither clearly better nor clearly worse. The bounds are those
 * of its 90 % interval against nought and against the change that matters.
 */
public enum Unclear {
  /** A change that matters is unlikely either way. */
  LITTLE,
  /** It eased, but whether by as much as matters is open. */
  EASED,
  /** It rose, but whether by as much as matters is open. */
  ROSE,
  /** A relief or a worsening that matters is possible, or both: the days scatter too much. */
  OPEN;

  /**
   * Tells them apart.
   *
   * @param important the change that matters, in points
   */
  public static Unclear of(Change change, int important) {
    if (change.low() > -important && change.high() < important) {
      return LITTLE;
    }
    if (change.low() > 0) {
      return EASED;
    }
    return change.high() < 0 ? ROSE : OPEN;
  }
}
