package org.counterpose.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.counterpose.document.Nodes;
import org.counterpose.document.Problems;
import org.counterpose.library.ShippedPack;
import org.counterpose.programme.Outcome;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Question;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The safety table against a slow plain reading of it, and what is asked again in the trial. */
class SafetyTableTest {

  private static final Programme PROGRAMME = ShippedPack.programme();

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 20261122, 987654321})
  void anybody_gets_what_a_plain_reading_of_the_table_gives(long seed) {
    System.out.println("anybody, seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 2000; i++) {
      Answers answers = anybody(random);
      Screened screened = Screening.screen(PROGRAMME, answers);

      PlainTable plain = new PlainTable(answers);
      assertThat(screened.clearance()).as("%s", answers).isEqualTo(plain.clearance());
      assertThat(screened.leftOut()).as("%s", answers).isEqualTo(plain.leftOut());
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {2, 20261123})
  void one_more_sign_never_makes_the_clearance_milder(long seed) {
    System.out.println("anybody, seed " + seed);
    Random random = new Random(seed);
    List<String> signs =
        List.of("emergency-signs", "cord-signs", "infection-signs", "serious-signs", "bone-health");
    for (int i = 0; i < 1000; i++) {
      Answers answers = anybody(random);
      String question = signs.get(random.nextInt(signs.size()));
      List<String> choices = PROGRAMME.question(question).choices();
      Set<String> more = new HashSet<>(chosen(answers, question));
      more.add(choices.get(random.nextInt(choices.size())));

      Outcome before = Screening.screen(PROGRAMME, answers).clearance();
      Outcome after =
          Screening.screen(PROGRAMME, answers.with(question, new Answer.Chosen(more))).clearance();

      assertThat(after).isGreaterThanOrEqualTo(before);
    }
  }

  @Test
  void a_stop_names_each_answer_behind_it() {
    Answers answers =
        Person.withNothingToReport()
            .but(PROGRAMME, "emergency-signs=fainting,chest-pain,accident; cancer=yes")
            .answers(PROGRAMME);

    List<Screened.Reason> reasons = Screening.screen(PROGRAMME, answers).reasons();

    assertThat(reasons)
        .containsExactly(
            new Screened.Reason(
                "emergency-chest",
                Outcome.GET_HELP_NOW,
                List.of(
                    new Screened.Because("emergency-signs", List.of("chest-pain", "fainting")))),
            new Screened.Reason(
                "emergency-accident",
                Outcome.GET_HELP_NOW,
                List.of(new Screened.Because("emergency-signs", List.of("accident")))),
            new Screened.Reason(
                "cancer",
                Outcome.SEE_CLINICIAN_FIRST,
                List.of(new Screened.Because("cancer", List.of("yes")))));
  }

  @Test
  void a_reason_of_two_answers_names_both() {
    Answers answers =
        Person.withNothingToReport().but(PROGRAMME, "age=57; first-episode=yes").answers(PROGRAMME);

    assertThat(Screening.screen(PROGRAMME, answers).reasons().getFirst().because())
        .containsExactly(
            new Screened.Because("age", List.of("57")),
            new Screened.Because("first-episode", List.of("yes")));
  }

  @Test
  void numbness_in_none_of_the_places_is_named_as_such() {
    Answers answers =
        Person.withNothingToReport()
            .but(PROGRAMME, "symptoms=numbness; numbness-where=none")
            .answers(PROGRAMME);

    assertThat(Screening.screen(PROGRAMME, answers).reasons().getFirst().because())
        .containsExactly(
            new Screened.Because("symptoms", List.of("numbness")),
            new Screened.Because("numbness-where", List.of()));
  }

  @Test
  void the_weekly_questions_are_rows_one_to_five() {
    assertThat(Screening.weekly(PROGRAMME))
        .containsExactly(
            "emergency-signs", "cord-signs", "infection-signs", "serious-signs", "cancer");
  }

  @Test
  void nothing_new_in_a_week_is_no_reason_to_stop() {
    Screened again = Screening.screen(PROGRAMME, checked("").with(weekly(Map.of())));

    assertThat(again.clearance()).isEqualTo(Outcome.CLEARED);
    assertThat(again.reasons()).isEmpty();
  }

  @Test
  void each_weekly_sign_stops_the_trial() {
    for (String question : Screening.weekly(PROGRAMME)) {
      for (String choice : PROGRAMME.question(question).choices()) {
        Answers newer = weekly(Map.of(question, new Answer.Chosen(Set.of(choice))));

        Screened again = Screening.screen(PROGRAMME, checked("").with(newer));

        assertThat(again.clearance().allowsExercise()).as("%s %s", question, choice).isFalse();
        assertThat(again.reasons().getFirst().because())
            .containsExactly(new Screened.Because(question, List.of(choice)));
      }
    }
  }

  @Test
  void cancer_found_during_a_first_episode_is_graver_than_cancer_alone() {
    Answers cancer = weekly(Map.of("cancer", new Answer.YesNo(true)));

    assertThat(Screening.screen(PROGRAMME, checked("").with(cancer)).clearance())
        .isEqualTo(Outcome.SEE_CLINICIAN_FIRST);
    assertThat(Screening.screen(PROGRAMME, checked("first-episode=yes").with(cancer)).clearance())
        .isEqualTo(Outcome.SAME_DAY);
  }

  @Test
  void fit_means_a_symptom_and_six_hours_in_one_position() {
    assertThat(fit("")).isEmpty();
    assertThat(fit("hours-sitting=2; hours-standing=2; hours-driving=2")).isEmpty();
    assertThat(fit("hours-sitting=5.5")).containsExactly("long-hours");
    assertThat(fit("symptoms=none")).containsExactly("has-symptom");
    assertThat(fit("symptoms=none; hours-sitting=0")).containsExactly("has-symptom", "long-hours");
  }

  @Test
  void the_explanation_follows_the_persons_own_day() {
    assertThat(explanation("hours-sitting=8"))
        .containsExactly("tug-of-war", "sitting", "tightness", "what-to-expect");
    assertThat(
            explanation(
                "hours-sitting=0; hours-driving=11; symptoms=spasms; tried=ice,heat; relief=none"))
        .containsExactly(
            "tug-of-war",
            "driving",
            "long-day",
            "spasms",
            "tried-without-relief",
            "what-to-expect");
    assertThat(explanation("hours-sitting=3; hours-standing=3; hours-driving=1"))
        .contains("mixed-day");
    assertThat(explanation("hours-sitting=0")).doesNotContain("mixed-day");
  }

  private static Answers checked(String said) {
    return Person.withNothingToReport().but(PROGRAMME, said).answers(PROGRAMME);
  }

  private static List<String> fit(String said) {
    return Screening.screen(
            PROGRAMME, Person.withNothingToReport().but(PROGRAMME, said).answers(PROGRAMME))
        .unfit();
  }

  private static List<String> explanation(String said) {
    return Screening.screen(
            PROGRAMME, Person.withNothingToReport().but(PROGRAMME, said).answers(PROGRAMME))
        .explanation();
  }

  /** Answers to the weekly questions: nothing, but for what is given. */
  private static Answers weekly(Map<String, Answer> said) {
    Nodes.Growing document = Nodes.object();
    for (String question : Screening.weekly(PROGRAMME)) {
      switch (PROGRAMME.question(question).kind()) {
        case Question.YesNo yesNo -> document.with(question, false);
        default -> document.with(question, Nodes.texts(List.of()));
      }
    }
    Problems problems = new Problems();
    Optional<Answers> none =
        AnswersReader.some(PROGRAMME, document.node(), Screening.weekly(PROGRAMME), problems);
    assertThat(problems.list()).isEmpty();
    return none.orElseThrow().with(new Answers(said));
  }

  /** Any answers that the check lets through; signs are rare, so that mild ones occur too. */
  private static Answers anybody(Random random) {
    Map<String, Answer> answers = new LinkedHashMap<>();
    for (Question question : PROGRAMME.questions()) {
      if (!Screening.isAsked(question, new Answers(answers))) {
        continue;
      }
      answers.put(
          question.id(),
          switch (question.kind()) {
            case Question.Many many -> {
              double share = question.id().equals("inflammatory") ? 0.6 : 0.05;
              Set<String> chosen = new HashSet<>();
              many.choices().stream()
                  .filter(choice -> random.nextDouble() < share)
                  .forEach(chosen::add);
              yield new Answer.Chosen(chosen);
            }
            case Question.One one ->
                new Answer.Chosen(Set.of(one.choices().get(random.nextInt(one.choices().size()))));
            case Question.Quantity quantity -> new Answer.Amount(random.nextInt(9));
            case Question.Whole whole ->
                new Answer.Amount(
                    whole.min() + random.nextInt(Math.min(90, whole.max() - whole.min()) + 1));
            case Question.YesNo yesNo -> new Answer.YesNo(random.nextDouble() < 0.15);
          });
    }
    return new Answers(answers);
  }

  private static Set<String> chosen(Answers answers, String question) {
    return answers.to(question).orElse(null) instanceof Answer.Chosen chosen
        ? chosen.values()
        : Set.of();
  }

  /** The published table, row by row, in plain code. */
  private record PlainTable(Answers answers) {

    Outcome clearance() {
      boolean numb = any("symptoms", "numbness", "tingling");
      if (!chosen(answers, "emergency-signs").isEmpty()
          || !chosen(answers, "cord-signs").isEmpty()
          || any("numbness-where", "both-legs", "saddle")) {
        return Outcome.GET_HELP_NOW;
      }
      if ((yes("cancer") && yes("first-episode"))
          || !chosen(answers, "infection-signs").isEmpty()
          || !chosen(answers, "serious-signs").isEmpty()
          || any("numbness-where", "chest-band", "both-hands")) {
        return Outcome.SAME_DAY;
      }
      if (yes("cancer")
          || !chosen(answers, "bone-health").isEmpty()
          || age() < 18
          || any("numbness-where", "one-arm")
          || (numb && chosen(answers, "numbness-where").isEmpty())
          || yes("pregnant")
          || yes("spine-surgery")) {
        return Outcome.SEE_CLINICIAN_FIRST;
      }
      return age() >= 50 && yes("first-episode") ? Outcome.ADAPTED : Outcome.CLEARED;
    }

    Set<String> leftOut() {
      Set<String> out = new HashSet<>();
      if (!chosen(answers, "bone-health").isEmpty() || (age() >= 50 && yes("first-episode"))) {
        out.add("rolled-towel");
        out.add("thread-the-needle");
      }
      if (yes("pregnant") || yes("spine-surgery")) {
        out.add("rolled-towel");
      }
      return out;
    }

    private boolean any(String question, String... values) {
      return Set.of(values).stream().anyMatch(chosen(answers, question)::contains);
    }

    private boolean yes(String question) {
      return answers.to(question).orElse(null) instanceof Answer.YesNo said && said.yes();
    }

    private double age() {
      return answers.to("age").orElseThrow() instanceof Answer.Amount amount ? amount.value() : -1;
    }
  }
}
