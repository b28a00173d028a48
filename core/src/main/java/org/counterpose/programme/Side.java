package org.counterpose.programme;

/**
 * A side of the body, as the person feels it. For a movement of the arms: the arm that goes under.
 */
public enum Side {
  LEFT,
  RIGHT
}
