package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.counterpose.people.SignedIn;
import org.counterpose.practice.Practice;
import org.junit.jupiter.api.Test;

class PagesForEveryHandAndEyeTest extends InTheBrowser {

  private static final List<String> TO_READ =
      List.of(
          "/",
          "/safety",
          "/aids",
          "/book",
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
          "/progress",
          "/verdict",
          "/verdict/summary",
          "/weekly",
          "/activities",
          "/compare",
          "/worse",
          "/routine",
          "/keep",
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

  private static final List<String> OF_STAFF =
      List.of("/staff", "/staff/outcomes", "/staff/hand-out");

  /**
   * What a finger has to find that is lower than 44 pixels; links within a sentence are no such.
   */
  private static final String TOO_SMALL =
      """
      () => {
        const reach = link => {
          const covers = getComputedStyle(link, '::after').position === 'absolute';
          return (covers ? link.closest('.row') : link).getBoundingClientRect();
        };
        return [...document.querySelectorAll('a, button, select, summary, input:not([type=checkbox]):not([type=radio])')]
          .filter(e => e.checkVisibility({visibilityProperty: true}))
          .filter(e => !e.matches('.skip'))
          .filter(e => e.matches('.row a') || !(e.tagName === 'A' && e.closest('p, li, td, dd, h2')
              && getComputedStyle(e).display === 'inline'))
          .filter(e => reach(e).width > 0 && reach(e).height < 43.5)
          .map(e => e.tagName + ' ' + e.textContent.trim() + ' ' + reach(e).height);
      }
      """;

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
    List<String> paths = new ArrayList<>(OF_STAFF);
    paths.add("/staff/people/" + trial.id());
    return paths;
  }

  private static void isEasyToTap(Visitor visitor, String path) {
    visitor.open(path);
    assertThat((List<?>) visitor.page().evaluate(TOO_SMALL)).as(path).isEmpty();
  }

  @Test
  void at_twice_the_size_a_page_scrolls_only_downward() {
    try (Visitor visitor = zoomedIn()) {
      TO_READ.forEach(path -> fitsAcross(visitor, path));
      visitor.open(Trial.begunNow(served, clock).link());
      OF_A_TRIAL.forEach(path -> fitsAcross(visitor, path));
      ofStaff(visitor).forEach(path -> fitsAcross(visitor, path));
    }
  }

  private static void fitsAcross(Visitor visitor, String path) {
    visitor.open(path);
    assertThat(
            (Integer) visitor.page().evaluate("document.documentElement.scrollWidth - innerWidth"))
        .as(path)
        .isLessThanOrEqualTo(0);
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
  void the_weekly_questions_read_before_the_first_week_is_over_are_of_week_one() {
    try (Visitor visitor = onPhone()) {
      visitor.open(Trial.begunNow(served, clock).link()).open("/weekly");
      assertThat(visitor.heading()).endsWith("1");
    }
  }
}
