package org.counterpose.document;

/** What somebody sent, short enough to stand in a message. */
public final class Shortened {

  private static final int MOST = 40;

  private Shortened() {}

  public static String of(String text) {
    return of(text, MOST);
  }

  /** At most so many characters of a text, and a mark where there are more. */
  public static String of(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    boolean halves = Character.isHighSurrogate(text.charAt(most - 1));
    return text.substring(0, halves ? most - 1 : most) + "..";
  }
}
