package org.counterpose.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.counterpose.booking.Clinic;
import org.counterpose.people.PublicAddress;
import org.counterpose.words.Words;

/**
 * What every page's frame needs.
 *
 * @param path where the page is, so that the navigation can mark it
 * @param back where to go once another language is chosen
 * @param logoVersion changes when the server is started anew, and so perhaps the logo
 * @param languages those that there are pages in
 * @param preview whether it is of a programme that no clinic signed
 * @param onTrial whether this device holds a trial
 * @param plans those of who follows several, where the page is of one of them
 */
public record Page(
    String title,
    String path,
    String back,
    boolean onTrial,
    Optional<Plans> plans,
    boolean preview,
    Words words,
    List<String> languages,
    Assets assets,
    Clinic clinic,
    String logoVersion,
    PublicAddress address) {

  public String language() {
    return words.locale().toLanguageTag();
  }

  /** {@code ltr} or {@code rtl}. */
  public String direction() {
    return words.say("site.direction");
  }

  /** The other languages that this page is there in, by the names that they have for themselves. */
  public Map<String, String> otherLanguages() {
    Map<String, String> others = new LinkedHashMap<>();
    for (String each : languages) {
      if (!each.equals(language())) {
        others.put(each, named(each));
      }
    }
    return others;
  }

  /** What a language calls itself. */
  static String named(String language) {
    Locale locale = Locale.forLanguageTag(language);
    String name = locale.getDisplayLanguage(locale);
    return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
  }

  public String asset(String file) {
    return assets.href(file);
  }

  /** The address of the clinic's own colours, if it has any; it changes with them. */
  public Optional<String> look() {
    String css = LookPages.css(clinic.look());
    return css.isEmpty()
        ? Optional.empty()
        : Optional.of("/look/" + Integer.toHexString(css.hashCode()) + "/look.css");
  }

  /** The address of the clinic's logo, if it has one. */
  public Optional<String> logo() {
    return clinic.look().logo().map(file -> "/look/" + logoVersion + "/logo");
  }

  /** {@code page} where a navigation link leads to this page. */
  public Optional<String> current(String link) {
    return path.equals(link) || path.startsWith(link + "/")
        ? Optional.of("page")
        : Optional.empty();
  }

  /** {@code page} where this is the linked page itself, or lies under another path. */
  public Optional<String> currentOnly(String link, String under) {
    return path.equals(link) || path.startsWith(under + "/")
        ? Optional.of("page")
        : Optional.empty();
  }

  /** The id of a form on it, for what counts once however often it is sent. */
  public String once() {
    return UUID.randomUUID().toString();
  }

  /** What the scripts of a trial's pages say of times without a network. */
  public String deviceWords() {
    return DeviceWords.of(words);
  }

  /**
   * A telephone number as a link dials it. Of +49 (0)30 1234 the nought is dialled within the
   * country alone, and never behind its code.
   */
  public static String telephone(String number) {
    String dialled = number.startsWith("+") ? number.replace("(0)", "") : number;
    return "tel:" + dialled.replaceAll("[^+0-9]", "");
  }
}
