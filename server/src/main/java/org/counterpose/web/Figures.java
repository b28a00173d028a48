package org.counterpose.web;

import org.counterpose.programme.Programme;

/**
 * Addresses of a programme's pictures. They name its version: a trial shows those of the version
 * that it runs on, whatever came since.
 */
public final class Figures {

  private Figures() {}

  /** Of one as it stands still. */
  public static String still(Programme programme, String figure) {
    return "/figures/" + programme.id() + "/" + programme.version() + "/" + figure + ".svg";
  }

  /** Of one as it moves; it must be one that does. */
  public static String moving(Programme programme, String figure) {
    return still(programme, figure + "-moving");
  }
}
