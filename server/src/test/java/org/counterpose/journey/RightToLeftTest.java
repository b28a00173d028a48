package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.counterpose.app.Configuration;
import org.counterpose.app.Served;
import org.counterpose.app.SettableClock;
import org.counterpose.booking.Clinic;
import org.counterpose.people.SignedIn;
import org.counterpose.words.PseudoLanguage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every page in a language that is written from right to left and that nobody translated by hand.
 */
class RightToLeftTest extends InTheBrowser {

  private static final List<String> TO_READ =
      List.of(
          "/",
          "/safety",
          "/aids",
          "/book",
          "/wait/first-visit",
          "/sign-in",
          "/programmes/mid-back/check/symptoms",
          "/learn/mid-back/thread-the-needle");

  private static final List<String> OF_A_TRIAL =
      List.of(
          "/today",
          "/progress",
          "/verdict",
          "/verdict/summary",
          "/weekly",
          "/compare",
          "/worse",
          "/routine",
          "/keep",
          "/reminders",
          "/clinic",
          "/pause",
          "/privacy-settings",
          "/privacy-settings/record",
          "/desk",
          "/posture",
          "/step/thread-the-needle/after-work");

  private static final Pattern LATIN = Pattern.compile("[A-Za-z]{3,}");

  /** Addresses, zones by their ids or towns, and what people, the clinic and sources are called. */
  private static final Pattern NAMES =
      Pattern.compile(
          "https?://\\S+|\\S+@\\S+|[A-Z][a-z]+(/[A-Z][A-Za-z .'_-]+)+|\\([A-Z][a-z]+( [A-Z][a-z]+)?\\)"
              + "|UTC|English|mid-back|Ana B\\.|Alex Admin|A test");

  @BeforeEach
  @Override
  void start() {
    clock = SettableClock.at("2026-11-23T12:15:00Z");
    Path own = folder.resolve(UUID.randomUUID().toString());
    copy(Served.HOME.resolve("programmes"), own.resolve("programmes"));
    copy(Served.HOME.resolve("settings"), own.resolve("settings"));
    PseudoLanguage.translatePacks(own.resolve("programmes"));
    served =
        Served.speaking(
            PseudoLanguage.withEnglish(), Configuration.forTests(own.resolve("data"), own), clock);
  }

  @Test
  void every_page_fits_and_says_nothing_that_could_not_be_translated() {
    Map<String, SortedSet<String>> left = new TreeMap<>();
    try (Visitor visitor = onPhone()) {
      visitor.with("language=" + PseudoLanguage.LANGUAGE);
      TO_READ.forEach(path -> look(visitor, path, left));
      Trial trial = Trial.begunNow(served, clock);
      visitor.open(trial.link());
      OF_A_TRIAL.forEach(path -> look(visitor, path, left));
      TheClinicsSideTest.share(served.server().practice(), trial, "Ana B.");
      visitor.with(SignedIn.administrator(served.server().practice()));
      List<String> ofStaff = new ArrayList<>(PagesForEveryHandAndEyeTest.OF_STAFF);
      ofStaff.add("/staff/people/" + trial.id());
      ofStaff.forEach(path -> look(visitor, path, left));
    }
    assertThat(left).isEmpty();
  }

  private void look(Visitor visitor, String path, Map<String, SortedSet<String>> left) {
    String name = "90-rtl" + path.replaceAll("[0-9a-f]{8}-.*", "one").replace('/', '-');
    visitor.narrowed().open(path).picture(name).widened().picture(name);
    assertThat(visitor.page().evaluate("getComputedStyle(document.body).direction"))
        .as(path)
        .isEqualTo("rtl");
    for (String text : TextsOfAPage.of(visitor)) {
      if (LATIN.matcher(named(text)).find()) {
        left.computeIfAbsent(path, first -> new TreeSet<>()).add(text);
      }
    }
  }

  /** A text without what is the same in every language. */
  private String named(String text) {
    Clinic clinic = served.server().practice().bookings().clinic();
    List<String> names = new ArrayList<>(List.of(clinic.name()));
    clinic.services().forEach(service -> names.add(service.title().to("en")));
    clinic.practitioners().forEach(one -> names.add(one.title().to("en")));
    served
        .server()
        .practice()
        .library()
        .programmes()
        .forEach(one -> one.sources().values().forEach(source -> names.add(source.title())));
    String rest = text;
    for (String name : names) {
      rest = rest.replace(name, "");
    }
    return NAMES.matcher(rest).replaceAll("");
  }

  private static void copy(Path from, Path to) {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Path there = to.resolve(from.relativize(each).toString());
        Files.createDirectories(there.getParent());
        if (!Files.isDirectory(each)) {
          Files.copy(each, there);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
