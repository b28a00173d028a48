package org.counterpose.programme;

/** A complaint whose course without any programme has been published. */
public enum PublishedCourse {
  BACK_PAIN
}
