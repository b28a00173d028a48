package org.counterpose.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.counterpose.document.Node;
import org.counterpose.document.Nodes;
import org.counterpose.document.Problem;
import org.counterpose.document.Problems;
import org.counterpose.plan.MidBack;
import org.counterpose.plan.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntriesFromOutsideTest {

  private static final Instant NOW = Instant.parse("2026-01-09T12:00:00Z");

  private final Journal journal =
      Person.withAnOfficeDay().gotWorse("2026-01-06T08:00", MidBack.harmlessWeekly()).journal();

  @Test
  void a_rating_is_read() {
    Node sent = entry("rated").with("pain", 6).with("stiffness", 4).node();

    assertThat(problemsOf(sent)).isEmpty();
    assertThat(read(sent, new Problems()))
        .containsInstanceOf(Entry.Rated.class)
        .map(Entry::at)
        .map(Object::toString)
        .contains("2026-01-09T07:00-05:00");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 11, 1000000})
  void pain_beyond_the_scale_is_refused(int pain) {
    assertThat(problemsOf(entry("rated").with("pain", pain).node()))
        .containsExactly("pain: must be from 0 to 10, got " + pain);
  }

  @Test
  void half_a_point_of_pain_is_refused() {
    assertThat(problemsOf(entry("rated").with("pain", 5.5).node()))
        .containsExactly("pain: must be a whole number, got 5.5");
  }

  @Test
  void pain_as_a_text_is_refused() {
    assertThat(problemsOf(entry("rated").with("pain", "6").node()))
        .containsExactly("pain: must be a number, is a text");
  }

  @Test
  void pain_that_is_missing_is_not_zero() {
    assertThat(problemsOf(entry("rated").node())).singleElement().asString().contains("pain");
  }

  @Test
  void every_fault_of_an_entry_is_told_at_once() {
    Node sent =
        Nodes.object()
            .with("id", "not-an-id")
            .with("type", "rated")
            .with("at", "2026-01-09T07:00:00")
            .with("pain", 12)
            .with("stiffness", true)
            .with("mood", "good")
            .node();

    assertThat(pathsOf(sent)).containsExactlyInAnyOrder("id", "at", "pain", "stiffness", "mood");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1-1-1-1-1", "", "00000000-0000-0001-0000-00000000000g", "../../etc"})
  void an_id_is_a_whole_uuid(String id) {
    assertThat(pathsOf(entry("rated").with("id", id).with("pain", 3).node())).containsExactly("id");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-09T12:10:00Z, true",
    "2026-01-09T12:10:01Z, false",
    "2026-01-09T07:10:00-05:00, true",
    "2027-01-09T07:10:00-05:00, false",
    "2016-01-09T07:10:00-05:00, false",
    "2025-12-06T06:30:00-05:00, true",
    "2025-12-05T06:29:59-05:00, false",
    "+999999999-12-31T23:59:59-18:00, false",
    "-999999999-01-01T00:00:00+18:00, false",
    "2026-01-09T07:00:00, false",
    "2026-02-30T07:00:00Z, false",
    "1767960000, false",
  })
  void a_time_lies_between_a_month_before_the_start_and_now(String at, boolean taken) {
    assertThat(pathsOf(entry("rated").with("at", at).with("pain", 3).node()))
        .isEqualTo(taken ? List.of() : List.of("at"));
  }

  @Test
  void a_type_that_is_not_known_is_named_with_those_that_are() {
    assertThat(problemsOf(entry("slept").with("hours", 8).node()))
        .singleElement()
        .asString()
        .startsWith("type: must be one of rated, session-done, ")
        .endsWith("got 'slept'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"screened", "started"})
  void what_the_product_alone_writes_is_refused(String type) {
    assertThat(problemsOf(entry(type).node()))
        .containsExactly("type: '" + type + "' is written by the product alone");
  }

  @Test
  void a_session_of_a_step_that_is_not_in_the_pack_is_refused() {
    assertThat(
            problemsOf(entry("session-done").with("step", "handstand").with("seconds", 60).node()))
        .singleElement()
        .asString()
        .startsWith("step: must be one of rolled-towel, ")
        .endsWith("got 'handstand'");
  }

  @Test
  void sides_are_left_and_right_once_each_and_only_where_there_are_some() {
    assertThat(
            problemsOf(
                session("thread-the-needle")
                    .with("sides", Nodes.texts(List.of("left", "right")))
                    .node()))
        .isEmpty();
    assertThat(
            problemsOf(
                session("thread-the-needle")
                    .with("sides", Nodes.texts(List.of("left", "left", "up")))
                    .node()))
        .containsExactly(
            "sides[1]: left is there twice", "sides[2]: must be one of left, right, got 'up'");
    assertThat(
            problemsOf(session("rolled-towel").with("sides", Nodes.texts(List.of("left"))).node()))
        .containsExactly("sides: rolled-towel has no sides");
  }

  @Test
  void a_session_longer_than_a_day_is_refused() {
    assertThat(
            pathsOf(
                entry("session-done").with("step", "rolled-towel").with("seconds", 86401).node()))
        .containsExactly("seconds");
  }

  @Test
  void a_stop_says_why() {
    assertThat(
            problemsOf(
                entry("session-stopped").with("step", "rolled-towel").with("why", "bored").node()))
        .containsExactly("why: must be one of pain, time, other, got 'bored'");
  }

  @Test
  void a_towel_is_not_worn() {
    assertThat(problemsOf(entry("worn").with("step", "rolled-towel").with("seconds", 60).node()))
        .containsExactly("step: rolled-towel is not worn or sat on");
  }

  @Test
  void a_safety_question_left_out_is_never_a_no() {
    Node sent =
        entry("got-worse")
            .with(
                "answers",
                Nodes.object()
                    .with("emergency-signs", Nodes.texts(List.of()))
                    .with("cancer", false)
                    .node())
            .node();

    assertThat(pathsOf(sent)).containsExactly("answers.infection-signs");
  }

  @Test
  void a_weekly_check_names_each_fault_in_its_place() {
    Node sent =
        entry("weekly-check")
            .with(
                "safety",
                Nodes.object()
                    .with("emergency-signs", Nodes.texts(List.of("hiccups")))
                    .with("infection-signs", Nodes.texts(List.of()))
                    .with("cancer", "maybe")
                    .node())
            .with(
                "activities",
                Nodes.list(
                    List.of(
                        Nodes.object().with("name", "Driving").with("score", 11).node(),
                        Nodes.object().with("name", "").with("score", 5).node())))
            .with("change", 6)
            .node();

    assertThat(pathsOf(sent))
        .containsExactlyInAnyOrder(
            "safety.emergency-signs[0]",
            "safety.cancer",
            "activities[0].score",
            "activities[1].name",
            "change");
  }

  @Test
  void more_than_three_activities_are_refused() {
    List<Node.Mapping> four =
        List.of("a", "b", "c", "d").stream()
            .map(name -> Nodes.object().with("name", name).with("score", 5).node())
            .toList();

    assertThat(
            problemsOf(
                entry("weekly-check")
                    .with("safety", harmless())
                    .with("activities", Nodes.list(four))
                    .node()))
        .containsExactly("activities: must be at most 3 activities, got 4");
  }

  @Test
  void chosen_activities_are_one_to_three_each_once_with_a_score() {
    assertThat(problemsOf(entry("activities").node()))
        .containsExactly("activities: must be 1 to 3 activities, got none");
    assertThat(problemsOf(entry("activities").with("activities", Nodes.list(List.of())).node()))
        .containsExactly("activities: must be 1 to 3 activities, got none");
    assertThat(problemsOf(chosen("a", "b", "c", "d")))
        .containsExactly("activities: must be at most 3 activities, got 4");
    assertThat(pathsOf(chosen("a", "b", "a"))).containsExactly("activities[2].name");
    assertThat(
            pathsOf(
                entry("activities")
                    .with(
                        "activities",
                        Nodes.list(List.of(Nodes.object().with("name", "Driving").node())))
                    .node()))
        .containsExactly("activities[0].score");
    assertThat(problemsOf(chosen("a", "b", "c"))).isEmpty();
  }

  private static Node chosen(String... names) {
    return entry("activities")
        .with(
            "activities",
            Nodes.list(
                Stream.of(names)
                    .map(name -> Nodes.object().with("name", name).with("score", 5).node())
                    .toList()))
        .node();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Dri\0ving", "Driving\u001b[2J", "\u007fDriving", "Dri\u0085ving"})
  void a_control_character_in_an_activity_is_refused_at_its_place(String name) {
    Node activity = Nodes.object().with("name", name).with("score", 4).node();

    assertThat(
            pathsOf(
                entry("weekly-check")
                    .with("safety", harmless())
                    .with("activities", Nodes.list(List.of(activity)))
                    .node()))
        .containsExactly("activities[0].name");
  }

  @Test
  void a_reason_may_have_lines_but_no_nul() {
    assertThat(problemsOf(taken("tapped\n\ttwice"))).isEmpty();
    assertThat(problemsOf(taken("tapped\0")))
        .containsExactly(
            "reason: must hold no control characters but new lines and tabs, got U+0000");
  }

  private static Node taken(String reason) {
    return entry("void")
        .with("entry", "00000000-0000-0009-0000-000000000009")
        .with("reason", reason)
        .node();
  }

  @Test
  void a_posture_has_two_angles_and_a_confidence() {
    assertThat(
            pathsOf(
                entry("posture")
                    .with("earShoulderDegrees", 200)
                    .with("shoulderHipDegrees", 4.5)
                    .with("confidence", 1.1)
                    .node()))
        .containsExactly("earShoulderDegrees", "confidence");
  }

  @Test
  void a_safety_answer_cannot_be_taken_back() {
    UUID answered = journal.of(Entry.GotWorse.class).findFirst().orElseThrow().id();

    assertThat(
            problemsOf(
                entry("void").with("entry", answered.toString()).with("reason", "a slip").node()))
        .containsExactly("entry: an entry of type got-worse stays");
  }

  @Test
  void a_void_may_come_before_what_it_takes_back() {
    assertThat(
            problemsOf(
                entry("void")
                    .with("entry", "00000000-0000-0009-0000-000000000009")
                    .with("reason", "a slip")
                    .node()))
        .isEmpty();
  }

  @Test
  void a_void_gives_its_reason() {
    assertThat(
            pathsOf(
                entry("void")
                    .with("entry", "00000000-0000-0009-0000-000000000009")
                    .with("reason", "x".repeat(501))
                    .node()))
        .containsExactly("reason");
  }

  @Test
  void a_changed_routine_names_each_fault_in_its_place() {
    Node sent =
        entry("routine-changed")
            .with(
                "day",
                Nodes.object()
                    .with("wake", "7:00")
                    .with("sleep", "24:00")
                    .with("workStart", "09:00")
                    .with("workEnd", "09:00")
                    .with(
                        "workDays",
                        Nodes.list(List.of(Nodes.number(0), Nodes.number(1), Nodes.number(1))))
                    .with("breakMinutes", 19)
                    .with("nap", "13:00")
                    .node())
            .with("aids", Nodes.texts(List.of("towel", "sofa")))
            .with("zone", "Europe/Atlantis")
            .node();

    assertThat(pathsOf(sent))
        .containsExactlyInAnyOrder(
            "day.wake",
            "day.sleep",
            "day.workEnd",
            "day.workDays[0]",
            "day.workDays[2]",
            "day.breakMinutes",
            "day.nap",
            "aids[1]",
            "zone");
  }

  @ParameterizedTest
  @ValueSource(strings = {"+05:00", "GMT+5", "UTC+01:00", "europe/madrid", "America/New_York\n"})
  void a_zone_is_an_iana_name(String zone) {
    Node sent =
        entry("routine-changed")
            .with(
                "day",
                Objects.requireNonNull(EntryDocument.write(journal.started()).fields().get("day")))
            .with("aids", Nodes.texts(List.of()))
            .with("zone", zone)
            .node();

    assertThat(pathsOf(sent)).containsExactly("zone");
  }

  @Test
  void one_bad_entry_refuses_the_batch_with_every_problem() {
    Node batch =
        Nodes.list(
            List.of(
                entry("rated").with("pain", 3).node(),
                entry("rated").with("pain", 33).node(),
                Nodes.text("rated"),
                entry("worn").with("step", "wobble-disc").with("seconds", -1).node()));
    Problems problems = new Problems();

    Optional<List<Entry>> read =
        EntryReader.readAll(MidBack.programme(), Sent.whole(batch), NOW, journal, problems);

    assertThat(read).isEmpty();
    assertThat(problems.list())
        .extracting(problem -> problem.place().path())
        .containsExactly("[1].pain", "[2]", "[3].seconds");
  }

  @Test
  void five_hundred_entries_come_at_once_and_no_more() {
    Node one = entry("rated").with("pain", 3).node();

    assertThat(batchOf(Collections.nCopies(500, one), new Problems())).isPresent();
    assertThat(batchOf(List.of(), new Problems())).contains(List.of());
    Problems problems = new Problems();
    assertThat(batchOf(Collections.nCopies(501, one), problems)).isEmpty();
    assertThat(problems.list()).singleElement().asString().contains("at most 500 entries, got 501");
  }

  @Test
  void a_batch_is_a_list() {
    Problems problems = new Problems();

    assertThat(
            EntryReader.readAll(MidBack.programme(), entry("rated").node(), NOW, journal, problems))
        .isEmpty();
    assertThat(problems.list()).singleElement().asString().contains("must be a list");
  }

  private Optional<List<Entry>> batchOf(List<Node> entries, Problems problems) {
    return EntryReader.readAll(MidBack.programme(), Nodes.list(entries), NOW, journal, problems);
  }

  private static Nodes.Growing entry(String type) {
    return Nodes.object()
        .with("id", "00000000-0000-0007-0000-000000000007")
        .with("type", type)
        .with("at", "2026-01-09T07:00:00-05:00");
  }

  private static Nodes.Growing session(String step) {
    return entry("session-done").with("step", step).with("seconds", 60);
  }

  private static Node harmless() {
    return Nodes.object()
        .with("emergency-signs", Nodes.texts(List.of()))
        .with("infection-signs", Nodes.texts(List.of()))
        .with("cancer", false)
        .node();
  }

  private Optional<Entry> read(Node sent, Problems problems) {
    return EntryReader.read(MidBack.programme(), Sent.whole(sent), NOW, journal, problems);
  }

  private List<String> problemsOf(Node sent) {
    Problems problems = new Problems();
    Optional<Entry> read = read(sent, problems);
    assertThat(read.isPresent()).isEqualTo(problems.isEmpty());
    return problems.list().stream()
        .map(problem -> problem.place().path() + ": " + problem.message())
        .toList();
  }

  private List<String> pathsOf(Node sent) {
    Problems problems = new Problems();
    Optional<Entry> read = read(sent, problems);
    assertThat(read.isPresent()).isEqualTo(problems.isEmpty());
    return problems.list().stream().map(Problem::place).map(place -> place.path()).toList();
  }
}
