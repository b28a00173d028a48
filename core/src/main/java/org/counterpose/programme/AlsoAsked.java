package org.counterpose.programme;

/** What a programme may ask for beside pain. */
public enum AlsoAsked {
  /** How stiff it is, 0 to 10, with the pain of a day. */
  STIFFNESS,
  /** How somebody stands, once a week, by the camera: the inclinations of head and trunk. */
  POSTURE
}
