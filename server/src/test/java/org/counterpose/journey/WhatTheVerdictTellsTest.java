package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntToDoubleFunction;
import org.counterpose.app.Served;
import org.counterpose.journal.Entry;
import org.counterpose.store.Backup;
import org.counterpose.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody sees of the verdict, and what their clinician does. */
class WhatTheVerdictTellsTest extends InTheBrowser {

  private static final List<String> ANSWERS =
      List.of("Better, by", "No clear change", "Worse, by", "Not enough rated days");

  @ParameterizedTest
  @EnumSource(Verdict.Answer.class)
  void each_answer_is_told_on_day_21_with_its_evidence(Verdict.Answer answer) {
    Trial trial = Trial.begunNow(served, clock).ratedUntil(21, pain(answer));
    assertThat(trial.journey().verdict(trial.now()).answer()).isEqualTo(answer);
    String name = "50-verdict-" + answer.name().toLowerCase(Locale.ROOT);
    try (Visitor desk = atDesk()) {
      desk.open(trial.link()).open("/verdict").look(name);
      desk.open("/verdict/summary").look(name + "-summary");
      assertThat(desk.sheets(name + "-summary")).isEqualTo(1);
    }
    try (Visitor visitor = onPhone()) {
      visitor.open(trial.link()).open("/verdict");
      assertThat(visitor.heading()).startsWith(heading(answer));
      assertThat(visitor.sheets(name)).isLessThanOrEqualTo(2);
      String main = visitor.page().locator("main").innerText();
      assertThat(visitor.page().locator(".lead").first().innerText())
          .startsWith(
              switch (answer) {
                case BETTER -> "Your pain came down from about 6.";
                case NO_CLEAR_CHANGE -> "Your pain probably changed little: it was about 5.";
                case WORSE -> "Your pain went up from about 4.";
                case NOT_ENOUGH_DAYS ->
                    "There are too few rated days to tell how your pain changed";
              });
      assertThat(main).contains("You logged nothing of the plan", "Counted on days 1 to 20");
      assertThat(main.contains("in 100 people"))
          .isEqualTo(answer == Verdict.Answer.BETTER || answer == Verdict.Answer.NO_CLEAR_CHANGE);
      assertThat(visitor.page().locator(".chart .goal").count())
          .as("a relief that matters is no measure of who got worse")
          .isEqualTo(answer == Verdict.Answer.WORSE ? 0 : 1);
      assertThat(main.contains("You rated 7 of the first seven days and 0 of the last seven"))
          .isEqualTo(answer == Verdict.Answer.NOT_ENOUGH_DAYS);
      assertThat(visitor.page().locator(".chart .dot").count())
          .isEqualTo(answer == Verdict.Answer.NOT_ENOUGH_DAYS ? 14 : 21);
      visitor.tap("summary").look("51-verdict-table");
    }
  }

  @Test
  void who_got_better_is_shown_what_a_lighter_plan_is_made_of() {
    Trial trial =
        Trial.begunNow(served, clock)
            .does("rolled-towel", 600)
            .ratedUntil(21, pain(Verdict.Answer.BETTER));
    try (Visitor visitor = onPhone()) {
      visitor.open(trial.link()).open("/verdict").look("55-verdict-lighter");
      assertThat(visitor.page().locator(".found-next li").allInnerTexts())
          .containsExactly("Rolled towel");
      visitor.tap(".found-next li a");
      assertThat(visitor.heading()).isEqualTo("Rolled towel");
    }
  }

  @Test
  void what_chance_leaves_out_of_a_day_is_part_of_the_lighter_plan_all_the_same() {
    boolean wasLeftOut = false;
    for (int draw = 0; draw < 6; draw++) {
      Instant began = clock.instant();
      Trial trial =
          Trial.begunNow(served, clock)
              .does("rolled-towel", 600)
              .does("posture-band", 1800)
              .ratedUntil(8, day -> day < 8 ? 6 : 2);
      trial
          .add(
              new Entry.Comparing(
                  new UUID(13, draw), trial.nowThere(), Optional.of("rolled-towel"), false))
          .goesOn(8, 21, day -> 2, day -> Double.NaN);
      wasLeftOut |= !trial.journey().today(clock.instant()).leftOut().isEmpty();
      assertThat(body(trial, "/verdict"))
          .contains("<a href=\"/learn/mid-back/rolled-towel\">", "/learn/mid-back/posture-band");
      clock.goOn(Duration.between(clock.instant(), began));
    }
    assertThat(wasLeftOut).as("some draw leaves the towel out on day 21").isTrue();
  }

  @ParameterizedTest
  @EnumSource(Verdict.Answer.class)
  void each_answer_is_told_on_day_28_too(Verdict.Answer answer) {
    Trial trial = Trial.begunNow(served, clock).ratedUntil(28, pain(answer));
    assertThat(trial.journey().verdict(trial.now()).answer()).isEqualTo(answer);
    assertThat(body(trial, "/verdict")).contains("<h1>" + heading(answer));
    assertThat(body(trial, "/verdict/summary")).contains("<h1>");
  }

  private static String heading(Verdict.Answer answer) {
    return switch (answer) {
      case BETTER -> "Better, by about 2";
      case NO_CLEAR_CHANGE -> "No clear change";
      case WORSE -> "Worse, by about 2";
      case NOT_ENOUGH_DAYS -> "Not enough rated days";
    };
  }

  private static IntToDoubleFunction pain(Verdict.Answer answer) {
    return switch (answer) {
      case BETTER -> day -> day <= 7 ? 6 + day % 2 : day <= 14 ? 5 : 3 + day % 2;
      case NO_CLEAR_CHANGE -> day -> 5 + day % 2;
      case WORSE -> day -> day <= 8 ? 4 + day % 2 : 7;
      case NOT_ENOUGH_DAYS -> day -> day > 14 ? Double.NaN : 6;
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 10, 17})
  void before_day_21_it_is_so_far_and_none_of_the_four_answers(int day) {
    Trial trial = Trial.begunNow(served, clock).ratedUntil(day, now -> now < 8 ? 7 : 3 + now % 2);
    try (Visitor phone = onPhone();
        Visitor desk = atDesk()) {
      phone.open(trial.link()).open("/progress").tap("main a[href='/verdict']");
      phone.look("49-so-far-" + day);
      desk.open(trial.link()).open("/verdict").look("49-so-far-" + day);
      assertThat(phone.heading()).isEqualTo("How it looks so far");
      assertThat(phone.page().locator("main").innerText())
          .doesNotContain(ANSWERS)
          .doesNotContain("your verdict", "in 100 people");
      boolean hasLevel = day >= 14;
      assertThat(phone.page().locator(".chart .trend").count()).isEqualTo(hasLevel ? 1 : 0);
      assertThat(phone.page().locator(".chart .goal").count()).isZero();
      assertThat(phone.page().locator(".chart .dot").count()).isEqualTo(day);
    }
  }

  @Test
  void days_that_go_up_and_down_too_much_are_not_called_little_changed() {
    Trial trial =
        Trial.begunNow(served, clock).ratedUntil(21, day -> List.of(0, 7, 1, 6, 2).get(day % 5));
    try (Visitor visitor = onPhone()) {
      visitor.open(trial.link()).open("/verdict").look("54-verdict-open");
      assertThat(visitor.heading()).isEqualTo("No clear change");
      assertThat(visitor.page().locator(".lead").innerText())
          .matches(
              "Your days go up and down too much to tell: the change could be anything from .*"
                  + " higher to .* lower\\.");
    }
  }

  @Test
  void too_few_days_to_tell_are_told_with_all_that_it_could_be() {
    Trial trial =
        Trial.begunNow(served, clock)
            .ratedUntil(21, day -> day == 4 ? 6 : day == 18 ? 5 : Double.NaN);
    try (Visitor visitor = onPhone()) {
      visitor.open(trial.link()).open("/verdict").look("54-verdict-two-days");
      assertThat(visitor.heading()).isEqualTo("Not enough rated days to tell");
      assertThat(visitor.page().locator(".lead").innerText())
          .matches(
              "There are too few rated days to tell: the change could be anything from .*"
                  + " higher to .* lower\\.");
      assertThat(visitor.page().locator("main").innerText())
          .contains("You rated 1 of the first seven days and 1 of the last seven");
    }
  }

  @Test
  void pain_that_began_too_low_for_a_relief_that_matters_is_told_so() {
    Trial trial = Trial.begunNow(served, clock).ratedUntil(21, day -> 0);
    try (Visitor visitor = onPhone()) {
      visitor.open(trial.link()).open("/verdict").look("54-verdict-no-room");
      assertThat(visitor.page().locator("main").innerText())
          .contains("had no room to show")
          .doesNotContain("in 100 people");
      assertThat(visitor.page().locator(".chart .goal").count()).isZero();
    }
  }

  @Test
  void what_was_measured_beside_pain_stands_in_a_line_each_with_its_own_size() {
    Trial trial = whoseMeasuresDisagree();
    try (Visitor phone = onPhone();
        Visitor desk = atDesk()) {
      phone.open(trial.link()).open("/verdict").look("55-verdict-beside");
      desk.open(trial.link()).open("/verdict").look("55-verdict-beside");
      assertThat(phone.heading()).startsWith("Pain: Better");
      assertThat(phone.page().locator(".found-next .button.primary").innerText())
          .isEqualTo("Book a visit");
      assertThat(phone.page().locator(".beside div").allInnerTexts())
          .satisfiesExactly(
              stiffness -> assertThat(stiffness).contains("Stiffness", "Better, by about", "pain"),
              activities ->
                  assertThat(activities)
                      .contains("3 points harder: from 6 to 3", "a large change", "Abbott"),
              own -> assertThat(own).contains("Worse: on day 15 you said -2", "Kamper"));
      assertThat(phone.page().locator(".notice").innerText())
          .contains(
              "better for pain, stiffness, worse for what you want to do, your own impression",
              "clinic");
      assertThat(phone.sheets("55-verdict-beside")).isLessThanOrEqualTo(2);
    }
  }

  @Test
  void the_clinicians_summary_is_one_sheet_of_numbers_without_a_name() {
    Trial trial = whoseMeasuresDisagree();
    try (Visitor phone = onPhone();
        Visitor desk = atDesk()) {
      desk.open(trial.link()).open("/verdict").go("a[href='/verdict/summary']");
      desk.look("56-summary");
      phone.open(trial.link()).open("/verdict/summary").look("56-summary");
      assertThat(desk.sheets("56-summary")).isEqualTo(1);
      assertThat(desk.page().locator("main").innerText())
          .contains("mid-back, version ", "verdict model " + Verdict.MODEL)
          .contains("23 November 2026", "13 December 2026", "90 % interval")
          .contains("Driving", "6 to 3", "-2 of -5 to +5", "JOSPT", "CMAJ", "docs/method.md");
      assertThat(desk.page().locator(".sheet-table tbody tr").count()).isEqualTo(3);
      assertThat(desk.page().locator(".sheet-table tbody td").first().innerText()).isEqualTo("7/6");
    }
  }

  @Test
  void the_fullest_summary_is_one_sheet_too() {
    String longest =
        "Sitting through a long meeting without having to get up, or being sore after it";
    Trial trial = Trial.begunNow(served, clock);
    for (int day : List.of(1, 22)) {
      trial.add(
          new Entry.Activities(
              UUID.randomUUID(),
              trial.nowThere(),
              List.of(
                  new Entry.Activity(longest, 9 - day % 8),
                  new Entry.Activity(longest.replace("Sitting", "Staying"), 9 - day % 8),
                  new Entry.Activity(longest.replace("meeting", "lecture"), 9 - day % 8))));
      if (day == 1) {
        trial.ratedUntil(22, now -> now < 8 ? 7 : 5, now -> now < 8 ? 10 : 8);
      }
    }
    trial.goesOn(22, 28, now -> 2, now -> 3);
    try (Visitor desk = atDesk()) {
      desk.open(trial.link()).open("/verdict/summary").look("57-summary-fullest");
      assertThat(desk.page().locator("main").innerText())
          .contains(longest.replace("meeting", "lecture"));
      assertThat(desk.sheets("57-summary-fullest")).isEqualTo(1);
    }
  }

  @Test
  void without_script_and_by_keyboard_the_table_and_the_summary_are_reached() {
    Trial trial = Trial.begunNow(served, clock).ratedUntil(21, pain(Verdict.Answer.BETTER));
    try (Visitor visitor = withoutScript()) {
      visitor.open(trial.link()).open("/verdict").press("summary", "Enter");
      assertThat(visitor.page().locator(".ratings tbody tr").count()).isEqualTo(21);
      assertThat(visitor.page().locator(".ratings tbody tr").first().innerText())
          .contains("Mon 23 Nov", "7", " to ");
      visitor.go("a[href='/verdict/summary']");
      assertThat(visitor.heading()).isEqualTo("Summary for the clinician");
    }
  }

  @Test
  void the_hour_of_the_day_changes_nothing_on_page_and_summary() {
    Trial trial = whoseMeasuresDisagree();
    String verdict = body(trial, "/verdict");
    String summary = body(trial, "/verdict/summary");
    clock.goOn(Duration.ofHours(12));

    assertThat(body(trial, "/verdict")).isEqualTo(verdict);
    assertThat(body(trial, "/verdict/summary")).isEqualTo(summary);
    clock.goOn(Duration.ofDays(1));
    assertThat(body(trial, "/verdict/summary")).isNotEqualTo(summary);
  }

  @Test
  void the_same_journal_restored_from_a_backup_gives_the_same_bytes() {
    Path data = folder.resolve("first");
    Path file = folder.resolve("backup.db");
    List<String> before;
    Trial trial;
    try (Served first = Served.in(data, clock)) {
      trial = whoseMeasuresDisagree(first);
      before = List.of(body(first, trial, "/verdict"), body(first, trial, "/verdict/summary"));
      assertThat(before.getLast()).contains("Driving");
      assertThat(new Backup(file).make(data, done -> {})).isInstanceOf(Backup.Outcome.Done.class);
    }
    Path other = folder.resolve("other");
    assertThat(new Backup(file).restore(other)).isInstanceOf(Backup.Outcome.Done.class);
    try (Served second = Served.in(other, clock)) {
      assertThat(List.of(body(second, trial, "/verdict"), body(second, trial, "/verdict/summary")))
          .isEqualTo(before);
    }
  }

  private String body(Trial trial, String path) {
    return body(served, trial, path);
  }

  private static String body(Served served, Trial trial, String path) {
    Served.Answer answer = served.get(path, "Cookie", "journey=" + trial.id() + "." + trial.key());
    assertThat(answer.status()).isEqualTo(200);
    return answer.body();
  }

  private Trial whoseMeasuresDisagree() {
    return whoseMeasuresDisagree(served);
  }

  private Trial whoseMeasuresDisagree(Served served) {
    return Trial.begunNow(served, clock)
        .wants("Driving", 6)
        .ratedUntil(15, pain(Verdict.Answer.BETTER), day -> day <= 7 ? 6 : 3)
        .checksTheWeek("Driving", 3, -2)
        .goesOn(15, 21, pain(Verdict.Answer.BETTER), day -> 3);
  }
}
