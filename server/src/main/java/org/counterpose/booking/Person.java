package org.counterpose.booking;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who comes: a name to call and an address to write to, and nothing more.
 *
 * @param email empty where staff booked for somebody who has none, or gave none
 * @param language that they are written to in; the clinic's own where empty
 */
public record Person(String name, String email, Optional<String> language) {

  static final int LONGEST_NAME = 100;
  static final int LONGEST_EMAIL = 254;

  private static final Pattern EMAIL =
      Pattern.compile(
          "[A-Za-z0-9!#$%&'*+/=?^_`{|}~\\p{L}-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~\\p{L}-]+)*"
              + "@[\\p{L}\\p{Nd}]([\\p{L}\\p{Nd}-]*[\\p{L}\\p{Nd}])?"
              + "(\\.[\\p{L}\\p{Nd}]([\\p{L}\\p{Nd}-]*[\\p{L}\\p{Nd}])?)+");

  public Person {
    if (!isName(name) || !(email.isEmpty() || isEmail(email))) {
      throw new IllegalArgumentException("not a name or not an e-mail address");
    }
  }

  /** Who is written to in the clinic's own language. */
  public Person(String name, String email) {
    this(name, email, Optional.empty());
  }

  /** The same who reads a language. */
  public Person reading(Optional<String> own) {
    return new Person(name, email, own);
  }

  /** Whether they can be written to. */
  public boolean hasEmail() {
    return !email.isEmpty();
  }

  /** A name is 1 to 100 characters of any script, with nothing that steers a terminal or a text. */
  static boolean isName(String text) {
    return !text.isBlank()
        && text.codePointCount(0, text.length()) <= LONGEST_NAME
        && text.codePoints().noneMatch(Person::steers);
  }

  /** Whether a text can be an address; that it reaches someone only a letter can tell. */
  static boolean isEmail(String text) {
    int at = text.indexOf('@');
    return text.length() <= LONGEST_EMAIL && at <= 64 && EMAIL.matcher(text).matches();
  }

  /** Control characters, line ends, halves of characters, and marks that turn the writing round. */
  private static boolean steers(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE ->
          true;
      default -> (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
    };
  }
}
