package org.counterpose.words;

/** What was not done, in a few words, by its HTTP status. */
public final class Refused {

  private Refused() {}

  public static String title(Words words, int status) {
    String key = "refused." + status;
    if (words.keys().contains(key)) {
      return words.say(key);
    }
    return words.say(status < 500 ? "refused.422" : "refused.500");
  }
}
