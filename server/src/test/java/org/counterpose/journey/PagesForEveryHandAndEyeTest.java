package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.counterpose.people.Role;
import org.counterpose.people.SignedIn;
import org.counterpose.people.Team;
import org.counterpose.practice.Practice;
import org.counterpose.store.Also;
import org.junit.jupiter.api.Test;

class PagesForEveryHandAndEyeTest extends InTheBrowser {

  private static final List<String> TO_READ =
      List.of(
          "/",
          "/articles",
          "/safety",
          "/aids",
          "/book",
          "/wait/first-visit",
          "/sign-in",
          "/staff/sign-in",
          "/programmes/mid-back/check/symptoms",
          "/learn/mid-back/rolled-towel",
          "/learn/mid-back/thread-the-needle",
          "/learn/mid-back/wobble-disc",
          "/learn/mid-back/posture-band",
          "/learn/mid-back/change-position",
          "/no-such-page");

  private static final List<String> OF_A_TRIAL =
      List.of(
          "/today",
          "/today?begun",
          "/plan",
          "/progress",
          "/verdict",
          "/verdict/summary",
          "/weekly",
          "/activities",
          "/measures",
          "/compare",
          "/worse",
          "/routine",
          "/keep",
          "/reminders",
          "/clinic",
          "/pause",
          "/forget",
          "/privacy-settings",
          "/privacy-settings/record",
          "/aids",
          "/desk",
          "/posture",
          "/step/thread-the-needle/after-work",
          "/step/rolled-towel/morning/stop");

  private static final List<String> OF_AN_ANKLE_TRIAL =
      List.of(
          "/today",
          "/measures",
          "/weekly",
          "/progress",
          "/learn/ankles/band",
          "/step/calf-raises/morning");

  private static final List<String> OF_ONES_DATA =
      List.of("/keep", "/reminders", "/privacy-settings", "/privacy-settings/record");

  static final List<String> OF_STAFF =
      List.of(
          "/staff",
          "/staff/outcomes",
          "/staff/hand-out",
          "/staff/sending",
          "/staff/team",
          "/staff/account",
          "/staff/calendar");

  @Test
  void everything_to_tap_on_a_phone_is_as_high_as_a_finger() {
    try (Visitor visitor = onPhone()) {
      TO_READ.forEach(path -> isEasyToTap(visitor, path));
      visitor.open(Trial.begunNow(served, clock).link());
      OF_A_TRIAL.forEach(path -> isEasyToTap(visitor, path));
      ofStaff(visitor).forEach(path -> isEasyToTap(visitor, path));
    }
  }

  /** Signs the visitor in as staff; their pages, with somebody on them. */
  private List<String> ofStaff(Visitor visitor) {
    Practice practice = served.server().practice();
    Trial trial = Trial.begunNow(served, clock);
    TheClinicsSideTest.share(practice, trial, "Ana B.");
    visitor.with(SignedIn.administrator(practice));
    practice
        .people()
        .team()
        .invite(
            practice.people().team().all().getFirst(),
            new Team.Wish("Dr Kim", Role.PRACTITIONER, Optional.empty(), Set.of()),
            secret -> Also.NOTHING);
    List<String> paths = new ArrayList<>(OF_STAFF);
    paths.add("/staff/people/" + trial.id());
    return paths;
  }

  private static void isEasyToTap(Visitor visitor, String path) {
    HandAndEye.isEasyToTap(visitor.open(path));
  }

  @Test
  void at_twice_the_size_a_page_scrolls_only_downward() {
    try (Visitor visitor = zoomedIn()) {
      TO_READ.forEach(path -> fitsAcross(visitor, path));
      visitor.open(Trial.begunNow(served, clock).link());
      OF_A_TRIAL.forEach(path -> fitsAcross(visitor, path));
      Trial ankles = Trial.ofAnkles(served, clock, "both");
      visitor.with("journey=" + ankles.id() + "." + ankles.key());
      OF_AN_ANKLE_TRIAL.forEach(path -> fitsAcross(visitor, path));
      ofStaff(visitor).forEach(path -> fitsAcross(visitor, path));
    }
  }

  private static void fitsAcross(Visitor visitor, String path) {
    HandAndEye.scrollsOnlyDownward(visitor.open(path));
  }

  @Test
  void the_checker_finds_a_picture_without_words_and_letters_that_are_too_pale() {
    try (Visitor visitor = onPhone()) {
      visitor.open("/sign-in");
      visitor
          .page()
          .evaluate(
              """
              () => {
                document.querySelector("h1").style.color = "#ddd";
                document.querySelector("main").append(document.createElement("img"));
              }
              """);

      assertThatThrownBy(() -> visitor.look("70-with-faults"))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("image-alt")
          .hasMessageContaining("color-contrast");
    }
  }

  @Test
  void what_can_be_read_has_nothing_serious_for_the_accessibility_checker() {
    try (Visitor phone = onPhone();
        Visitor desk = atDesk()) {
      for (String path : TO_READ) {
        phone.open(path).look("70" + path.replace('/', '-'));
        desk.open(path).look("70" + path.replace('/', '-'));
      }
    }
  }

  @Test
  void what_people_and_staff_keep_in_order_has_nothing_serious_for_the_checker_either() {
    for (Visitor visitor : List.of(onPhone(), atDesk())) {
      try (visitor) {
        visitor.open(Trial.begunNow(served, clock).link());
        List<String> paths = new ArrayList<>(OF_ONES_DATA);
        paths.add(waiting());
        paths.forEach(path -> visitor.open(path).look(named(path)));
        ofStaff(visitor).forEach(path -> visitor.open(path).look(named(path)));
      }
    }
  }

  @Test
  void everything_that_can_be_used_is_reached_with_the_tab_key_and_free_times_with_the_arrows() {
    try (Visitor visitor = atDesk()) {
      visitor.open(Trial.begunNow(served, clock).link());
      List.of(
              "/keep",
              "/reminders",
              "/privacy-settings",
              "/wait/first-visit",
              waiting(),
              "/sign-in",
              "/staff/sign-in")
          .forEach(path -> HandAndEye.isReachedByTab(visitor.open(path)));
      ofStaff(visitor).forEach(path -> HandAndEye.isReachedByTab(visitor.open(path)));
    }
  }

  private static String named(String path) {
    return "71" + path.replaceAll("[0-9a-f]{8}-.*|/[\\w-]{20,}$", "-one").replace('/', '-');
  }

  /** The page of somebody who waits for a time. */
  private String waiting() {
    return served
        .send(
            "POST",
            "/wait/first-visit",
            ("from=2026-11-24&to=2026-11-30&day=1&earliest=08:00&latest=18:00"
                    + "&practitioner=anyone&name=Ana&email=ana@person.example")
                .getBytes(StandardCharsets.UTF_8),
            "Content-Type",
            "application/x-www-form-urlencoded")
        .header("Location")
        .replaceFirst("^https?://[^/]+", "");
  }

  @Test
  void the_weekly_questions_read_before_the_first_week_is_over_are_of_week_one() {
    try (Visitor visitor = onPhone()) {
      visitor.open(Trial.begunNow(served, clock).link()).open("/weekly");
      assertThat(visitor.heading()).endsWith("1");
    }
  }
}
