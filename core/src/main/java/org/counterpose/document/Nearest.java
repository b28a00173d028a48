package org.counterpose.document;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * The name that was most likely meant by a misspelt one: a slip or two of the pen away, with
 * capitals and joining marks left aside.
 */
public final class Nearest {

  private static final int LONGEST = 80;

  private Nearest() {}

  /** The known name next to a written one; empty where none is near. */
  public static Optional<String> to(String written, Collection<String> known) {
    String plain = plain(written);
    if (plain.length() > LONGEST) {
      return Optional.empty();
    }
    return known.stream()
        .filter(name -> name.length() <= LONGEST)
        .filter(name -> !name.equals(written) && isNear(plain, plain(name)))
        .min(Comparator.comparingInt(name -> distance(plain, plain(name))));
  }

  /** What a message adds where a known name is near, {@code ; did you mean 'x'?}, or nothing. */
  public static String hint(String written, Collection<String> known) {
    return to(written, known).map(name -> "; did you mean '" + name + "'?").orElse("");
  }

  /** One slip in a short name, two in a long one, none where both are of three letters or fewer. */
  private static boolean isNear(String one, String other) {
    int longer = Math.max(one.length(), other.length());
    int most = longer < 4 ? 0 : longer < 8 ? 1 : 2;
    return Math.abs(one.length() - other.length()) <= most && distance(one, other) <= most;
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
  }

  /** Letters to add, leave out, change or swap with the next: the optimal string alignment. */
  private static int distance(String one, String other) {
    int[][] least = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        if (i == 0 || j == 0) {
          least[i][j] = i + j;
          continue;
        }
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        int best = least[i - 1][j - 1] + (same ? 0 : 1);
        best = Math.min(best, Math.min(least[i - 1][j], least[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          best = Math.min(best, least[i - 2][j - 2] + 1);
        }
        least[i][j] = best;
      }
    }
    return least[one.length()][other.length()];
  }
}
