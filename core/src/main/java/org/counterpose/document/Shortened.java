package org.counterpose.document;

/** What somebody sent, short enough to stand in a message. */
public final class Shortened {

  private static final int MOST = 40;

  private Shortened() {}

  public static String of(String text) {
    return text.length() <= MOST ? text : text.substring(0, MOST) + "..";
  }
}
