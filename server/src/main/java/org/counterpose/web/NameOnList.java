package org.counterpose.web;

import java.util.Locale;
import org.counterpose.store.ListRow;
import org.counterpose.words.Words;

/** What staff read in the place of a name. */
public final class NameOnList {

  private NameOnList() {}

  /** The name that somebody gave, or the beginning of the trial's id, which tells nothing. */
  public static String of(ListRow row, Words words) {
    return row.name().isEmpty()
        ? words.say(
            "share.no-name", row.journey().toString().substring(0, 4).toUpperCase(Locale.ROOT))
        : row.name();
  }
}
