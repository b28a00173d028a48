package org.counterpose.documents;

import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import org.counterpose.document.Place;
import org.counterpose.document.Problems;

/**
 * Characters that nobody sees and that change what is read: for control, and those that turn the
 * direction of what follows, so that a rule or a dose is shown in another order than it is written
 * (CVE-2021-42574, https://trojansource.codes). A language that is written from the right needs
 * none of them.
 */
public final class HiddenCharacters {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private HiddenCharacters() {}

  /** Notes a problem for each line of a file's text that holds one; its first line is 1. */
  public static void tell(String file, String text, Problems problems) {
    tell(file, 1, text.lines().toList(), problems);
  }

  /** The same for lines of which the first has this number. */
  public static void tell(String file, int first, List<String> lines, Problems problems) {
    for (int at = 0; at < lines.size(); at++) {
      OptionalInt found = find(lines.get(at));
      if (found.isPresent()) {
        problems.add(new Place(file, first + at, ""), message(found.getAsInt()));
      }
    }
  }

  static OptionalInt find(String text) {
    return text.chars().filter(HiddenCharacters::hides).findFirst();
  }

  static String message(int character) {
    return "holds a character that is not seen and changes what is read: U+"
        + HEX.toHexDigits((char) character);
  }

  private static boolean hides(int character) {
    return (character < ' ' && character != '\n' && character != '\r' && character != '\t')
        || (character >= 0x7F && character <= 0x9F)
        || (character >= 0x202A && character <= 0x202E)
        || (character >= 0x2066 && character <= 0x2069);
  }
}
