package org.counterpose.library;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a link in a text leads: to another site, or to a page of the product. */
public final class Address {

  /** The pages that a text may lead to; a name in braces stands for any. */
  static final List<String> PAGES =
      List.of(
          "/",
          "/aids",
          "/articles",
          "/articles/feed.xml",
          "/articles/{slug}",
          "/programmes/{programme}",
          "/programmes/{programme}/safety",
          "/programmes/{programme}/check",
          "/learn/{programme}/{step}",
          "/figures/{programme}/{figure}",
          "/safety",
          "/book",
          "/book/{service}",
          "/wait/{service}",
          "/sign-in",
          "/today",
          "/progress",
          "/verdict",
          "/desk",
          "/posture",
          "/routine",
          "/signs",
          "/worse",
          "/activities",
          "/measures",
          "/reminders",
          "/clinic",
          "/keep",
          "/handout",
          "/privacy-settings");

  private static final Pattern SCHEME = Pattern.compile("\\s*([A-Za-z][A-Za-z0-9+.-]*):.*");
  private static final Pattern PAGE =
      Pattern.compile(
          String.join(
              "|", PAGES.stream().map(page -> page.replaceAll("\\{.*?}", "[^/]+")).toList()));
  private static final String WANTED = "a link must begin with https://, ";

  private Address() {}

  /** What is wrong with it, where it cannot lead anywhere. */
  public static Optional<String> fault(String address) {
    var scheme = SCHEME.matcher(address);
    if (scheme.matches()) {
      return Markdown.SCHEMES.contains(scheme.group(1).toLowerCase(Locale.ROOT))
          ? Optional.empty()
          : Optional.of(WANTED + "got '" + scheme.group(1) + ":'");
    }
    if (address.startsWith("#")) {
      return Optional.empty();
    }
    if (!address.startsWith("/") || address.startsWith("//")) {
      return Optional.of(WANTED + "or with one / where it leads to a page of the product");
    }
    return PAGE.matcher(page(address)).matches()
        ? Optional.empty()
        : Optional.of("the product has no page " + page(address));
  }

  /** Whether a text holds a link that its author began and did not close. */
  public static boolean isLeftOpen(String text) {
    return text.contains("](");
  }

  /** The page of an address, without what comes after it. */
  public static String page(String address) {
    return address.replaceFirst("[?#].*", "");
  }
}
