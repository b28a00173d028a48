package org.counterpose.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.counterpose.app.Served;
import org.counterpose.people.Role;
import org.counterpose.people.SignedIn;
import org.counterpose.people.Staff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What staff change for a person, and what both read of it, over HTTP. */
class WhatTheClinicChangesTest extends SharedTrials {

  private static final Staff KIM =
      new Staff(UUID.randomUUID(), "Dr Kim", Role.PRACTITIONER, Optional.empty(), Set.of());

  private String staff;
  private Shared ana;

  @BeforeEach
  void signIn() {
    staff = SignedIn.practitioner(practice);
    ana = begins("Ana");
  }

  @ParameterizedTest
  @CsvSource({
    "rolled-towel, amount, 200, at most 10 min each time",
    "rolled-towel, amount, many, at most 10 min each time",
    "rolled-towel, amount, 10.1, at most 10 min each time",
    "thread-the-needle, amount, 31, 5 to 30 seconds",
    "rolled-towel, times, '7:00 12:00 19:00', 1 to 2 times",
    "thread-the-needle, times, '7:00 12:00', one time",
  })
  void a_dose_beyond_what_the_programme_ever_asks_is_refused_and_the_limit_named(
      String step, String field, String value, String limit) {
    Served.Answer refused =
        adapts(Map.of("change-" + step, "change", field + "-" + step, value, "reason", "More"));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body())
        .contains(limit, "href=\"#" + field + "-" + step + "\"", "value=\"" + value + "\"")
        .contains("<details open");
    assertThat(page()).doesNotContain("changed the plan");
  }

  @ParameterizedTest
  @CsvSource({
    "keep, amount, 3",
    "keep, times, 07:30",
    "leave-out, amount, 3",
    "as-before, times, 07:30",
  })
  void what_is_typed_beside_a_choice_that_does_not_use_it_is_never_lost(
      String choice, String field, String value) {
    Served.Answer refused =
        adapts(
            Map.of(
                "change-posture-band",
                "leave-out",
                "change-rolled-towel",
                choice,
                field + "-rolled-towel",
                value,
                "reason",
                "Less"));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body())
        .contains("href=\"#change-rolled-towel\"", "Another dose or other times")
        .containsPattern("id=\"change-rolled-towel\" aria-invalid=\"true\"")
        .contains("value=\"" + value + "\"");
    assertThat(page()).doesNotContain("changed the plan");
  }

  @Test
  void the_example_of_times_shows_no_more_than_a_step_may_have() {
    assertThat(page())
        .containsPattern("name=\"times-thread-the-needle\"[^>]*placeholder=\"07:30\"")
        .containsPattern("name=\"times-rolled-towel\"[^>]*placeholder=\"07:30, 19:00\"");
  }

  @Test
  void too_many_holds_are_refused_and_as_many_as_the_programme_has_are_not() {
    Map<String, String> wish =
        new LinkedHashMap<>(
            Map.of(
                "change-thread-the-needle", "change",
                "amount-thread-the-needle", "20",
                "holds-thread-the-needle", "4",
                "reason", "More"));
    assertThat(adapts(wish).body()).contains("1 to 3 holds", "#holds-thread-the-needle");

    wish.put("holds-thread-the-needle", "3");
    assertThat(adapts(wish).status()).isEqualTo(303);
    assertThat(page()).contains("3 holds of 20 s on each side");
  }

  @Test
  void the_person_reads_who_left_a_step_out_and_why_and_staff_what_was_changed() {
    Served.Answer saved =
        adapts(Map.of("change-wobble-disc", "leave-out", "reason", "Your knee rests first."));

    assertThat(served.get(saved.header("Location"), "Cookie", staff).body())
        .contains("role=\"status\"", "Saved. The plan is changed", "Wobble disc: left out")
        .contains("left out by Dr Kim: Your knee rests first.");
    assertThat(today())
        .contains("Dr Kim of your clinic left it out: Your knee rests first.")
        .contains("Dr Kim changed your plan. Wobble disc: left out.");
  }

  @Test
  void what_was_written_to_a_person_is_said_to_be_saved() {
    Served.Answer saved = served.sendForm(staff, address() + "/note", Map.of("text", "Well done."));

    assertThat(served.get(saved.header("Location"), "Cookie", staff).body())
        .contains("role=\"status\"", "Saved. It stands on the person");
    assertThat(served.sendForm(staff, address() + "/note", Map.of("text", " ")).body())
        .contains("href=\"#note\"");
  }

  @Test
  void nothing_stands_above_a_stop_not_even_a_verdict_that_is_due() {
    goOn(Duration.ofDays(22));
    assertThat(today()).contains("href=\"/verdict\">");
    note(ana, "Well done.");
    ana.isNewlyUnsteady();
    goOn(Duration.ofMinutes(1));

    String stopped = today();
    assertThat(stopped).doesNotContain("href=\"/verdict\">");
    assertThat(stopped.indexOf("class=\"emergency\"")).isPositive();
    assertThat(stopped.indexOf("class=\"emergency\"")).isLessThan(stopped.indexOf("Well done."));
  }

  @Test
  void who_saves_reminders_that_can_reach_nobody_is_told_so() {
    Served.Answer saved =
        served.sendForm(
            ana.cookie(),
            "/reminders",
            Map.of("kind", "STEPS", "ratingAt", "20:00", "quietFrom", "22:00", "quietTo", "07:00"));

    assertThat(served.get(saved.header("Location"), "Cookie", ana.cookie()).body())
        .contains("no reminder can reach you yet");
  }

  @Test
  void where_no_mail_is_sent_the_waiting_list_promises_none_and_tells_what_is_waited_for() {
    Served.Answer joined =
        served.sendForm(
            "",
            "/wait/first-visit",
            Map.of(
                "practitioner",
                "anyone",
                "from",
                "2026-12-01",
                "to",
                "2026-12-08",
                "day",
                "2",
                "earliest",
                "09:00",
                "latest",
                "12:00",
                "name",
                "Ana",
                "email",
                "ana@example.org"));

    assertThat(served.get("/wait/first-visit").body()).contains("This clinic sends no e-mail");
    assertThat(served.get(joined.header("Location")).body())
        .contains("This clinic sends no e-mail", "Whoever has time")
        .contains("between 09:00 and 12:00: Tuesday")
        .doesNotContain("You get");
  }

  @Test
  void nobody_is_removed_from_the_team_by_one_tap_and_it_is_said_when_they_are() {
    String boss = SignedIn.administrator(practice);

    String team = served.get("/staff/team", "Cookie", boss).body();
    assertThat(team.indexOf("<details")).isPositive();
    assertThat(team.indexOf("<details")).isLessThan(team.indexOf("/staff/team/remove"));
    String kim = team.replaceAll("(?s).*value=\"([0-9a-f-]{36})\">Yes, remove Dr Kim<.*", "$1");
    Served.Answer removed = served.sendForm(boss, "/staff/team/remove", Map.of("staff", kim));
    assertThat(served.get(removed.header("Location"), "Cookie", boss).body())
        .contains("role=\"status\"", "Removed, and signed out")
        .doesNotContain("Dr Kim");
  }

  private Served.Answer adapts(Map<String, String> form) {
    return served.sendForm(staff, address() + "/adapt", form);
  }

  private String address() {
    return "/staff/people/" + ana.id();
  }

  @Test
  void the_page_of_a_person_tells_how_much_was_done_as_the_person_reads_it() {
    goOn(Duration.ofDays(2));
    staff = SignedIn.practitioner(practice);

    assertThat(page()).contains("0 % of what was due on days 1 to 2, which are over");
    assertThat(served.get("/progress", "Cookie", ana.cookie()).body())
        .contains("0 % of what was due on days 1 to 2, which are over");
  }

  private String page() {
    return served.get(address(), "Cookie", staff).body();
  }

  private String today() {
    return served.get("/today", "Cookie", ana.cookie()).body();
  }
}
