package org.counterpose.coach;

import org.counterpose.pose.Point;

/** A body that can be told from another one by where it is and how large it looks. */
interface Tracked {

  /** The part of it that is followed through the picture. */
  Point where();

  /** A length that hardly changes with the posture, in heights of the picture. */
  double size();
}
