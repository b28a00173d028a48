package org.counterpose.web;

import org.counterpose.words.Words;

/** What somebody saw or did, as the person whose it was reads it. */
record TrailInWords(Words words) {

  private static final String DID = "trail.did.";
  private static final String WHO = "trail.who.";

  /**
   * Who did something.
   *
   * @param isStaff whether it was a member of staff, whose name stands for themselves
   */
  String who(String who, boolean isStaff) {
    return !isStaff && words.keys().contains(WHO + who) ? words.say(WHO + who) : who;
  }

  /**
   * A line of the trail in words; one of a kind that is not known here is told as it is kept.
   *
   * @param what as the trail keeps it, such as {@code viewed} or {@code booked outside the hours}
   */
  String say(String what, String detail) {
    String key = DID + what.replace(' ', '-');
    if (words.keys().contains(key + "." + detail)) {
      return words.say(key + "." + detail);
    }
    return words.keys().contains(key) ? words.say(key) : words.say("trail.other", what);
  }
}
