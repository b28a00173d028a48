package org.counterpose.verdict;

import java.util.Optional;
import org.counterpose.document.Problems;

/**
 * A pain diary: the ratings of pain and, where any was written down, of stiffness, by day. As a
 * file it is UTF-8 text of comma-separated rows, {@code date,pain[,stiffness]}: ISO dates that go
 * forward over at most {@value #MOST_DAYS} days, ratings from 0 to 10 in whole or half points, with
 * a point as the decimal mark; a blank or absent rating is missing. Those names may stand above as
 * a heading. Day 1 is the first date, and the diary reaches to its last, rated or not.
 *
 * @param stiffness empty where no day has a rating of it
 */
public record Diary(Ratings pain, Optional<Ratings> stiffness) {

  static final int MOST_DAYS = 366;

  /**
   * The diary of a file's text; where anything is wrong every fault is noted with its line.
   *
   * @param text decoded from UTF-8, with U+FFFD in place of what is not
   */
  public static Optional<Diary> read(String file, String text, Problems problems) {
    return new DiaryReader(file, problems).read(text);
  }
}
