package org.counterpose.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.counterpose.document.Node;
import org.counterpose.document.Nodes;
import org.counterpose.document.Problems;
import org.counterpose.documents.Documents;
import org.counterpose.documents.Json;
import org.counterpose.library.ShippedPack;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Question;
import org.junit.jupiter.api.Test;

class AnswersFromOutsideTest {

  private static final Programme PROGRAMME = ShippedPack.programme();

  @Test
  void a_missing_safety_answer_is_never_a_no() {
    for (Question question : PROGRAMME.questions()) {
      if (question.safety() && question.when().isEmpty()) {
        assertThat(faults(Person.withNothingToReport().without(question.id())))
            .containsExactly(
                ":0: "
                    + question.id()
                    + ": must be answered: no answer to a safety question is not a no");
      }
    }
  }

  @Test
  void nothing_in_place_of_a_safety_answer_is_no_answer() {
    assertThat(faults(Person.withNothingToReport().but("cancer", Nodes.nothing()))).hasSize(1);
  }

  @Test
  void numbness_must_say_where() {
    assertThat(faults(Person.withNothingToReport().but(PROGRAMME, "symptoms=tingling")))
        .containsExactly(
            ":0: numbness-where: must be answered: no answer to a safety question is not a no");
  }

  @Test
  void an_empty_check_is_told_everything_it_lacks() {
    assertThat(faults(Nodes.object().node())).hasSize(16);
  }

  @Test
  void what_is_optional_may_be_left_out_and_what_was_not_asked_is_passed_over() {
    assertThat(faults(Person.withNothingToReport())).isEmpty();
    Answers answers =
        Person.withNothingToReport()
            .but(PROGRAMME, "tried=none; relief=short; numbness-where=none")
            .answers(PROGRAMME);

    assertThat(answers.to("relief")).isEmpty();
    assertThat(answers.to("numbness-where")).isEmpty();
  }

  @Test
  void each_wrong_value_is_told_at_its_place() {
    Node document =
        json(
            """
            {"symptoms": "stiffness",
             "tried": ["prayer", "ice", "ice"],
             "hours-sitting": 25, "hours-standing": "8", "hours-driving": -1,
             "pain-average": 4.5,
             "emergency-signs": null, "cord-signs": [[]], "infection-signs": {}, "serious-signs": [],
             "age": 200, "first-episode": "maybe", "pregnant": 1, "spine-surgery": "yes",
             "cancer": false, "bone-health": [""], "inflammatory": [],
             "shoe-size": 43}
            """);

    assertThat(faults(document))
        .containsExactly(
            "request:1: symptoms: must be a list of choices (empty for none of these), is a text",
            "request:2: tried[0]: must be one of stretches, movements, ice, heat, massage-gun, got"
                + " 'prayer'",
            "request:2: tried[2]: 'ice' is named twice",
            "request:3: hours-sitting: must be from 0 to 24, got 25",
            "request:3: hours-standing: must be a number, is a text",
            "request:3: hours-driving: must be from 0 to 24, got -1",
            "request:4: pain-average: must be a whole number, got 4.5",
            "request:1: emergency-signs: must be answered: no answer to a safety question is not a"
                + " no",
            "request:5: cord-signs[0]: must be a text, is a list",
            "request:5: infection-signs: must be a list of choices (empty for none of these), is an"
                + " object",
            "request:6: age: must be from 1 to 120, got 200",
            "request:6: first-episode: must be true or false, is a text",
            "request:6: pregnant: must be true or false, is a number",
            "request:7: bone-health[0]: must not be empty",
            "request:8: shoe-size: 'shoe-size' is not known here; known are symptoms,"
                + " numbness-where, tried, relief, hours-sitting, hours-standing, hours-driving,"
                + " duration, pain-average, emergency-signs, cord-signs, infection-signs,"
                + " serious-signs, age, first-episode, pregnant, spine-surgery, cancer, bone-health, inflammatory");
  }

  @Test
  void a_day_has_twenty_four_hours() {
    String most = "hours-sitting=10; hours-standing=8; hours-driving=6";
    String more = "hours-sitting=10; hours-standing=8; hours-driving=6.5";

    assertThat(faults(Person.withNothingToReport().but(PROGRAMME, most))).isEmpty();
    assertThat(faults(Person.withNothingToReport().but(PROGRAMME, more)))
        .containsExactly(
            ":0: hours-driving: hours-sitting, hours-standing, hours-driving together must be at"
                + " most 24, got 24.5");
  }

  @Test
  void yes_and_no_may_be_said_in_words() {
    Answers answers =
        Person.withNothingToReport()
            .but("cancer", Nodes.text("yes"))
            .but("pregnant", Nodes.text("no"))
            .answers(PROGRAMME);

    assertThat(answers.to("cancer")).contains(new Answer.YesNo(true));
    assertThat(answers.to("pregnant")).contains(new Answer.YesNo(false));
  }

  @Test
  void what_is_written_is_read_back_the_same() {
    Answers answers =
        Person.withNothingToReport()
            .but(
                PROGRAMME,
                "symptoms=numbness,spasms; numbness-where=one-arm; tried=heat; relief=lasting;"
                    + " hours-sitting=6.25; cancer=yes")
            .answers(PROGRAMME);

    Node written = json(Json.write(AnswersDocument.write(answers)));

    assertThat(AnswersReader.all(PROGRAMME, written, new Problems())).contains(answers);
  }

  @Test
  void what_is_asked_again_is_asked_whole() {
    List<String> weekly = Screening.weekly(PROGRAMME);
    Problems problems = new Problems();

    Optional<Answers> read =
        AnswersReader.some(
            PROGRAMME, json("{\"emergency-signs\": [], \"age\": 40}"), weekly, problems);

    assertThat(read).isEmpty();
    assertThat(problems.list().stream().map(problem -> problem.place().path()))
        .containsExactly("cord-signs", "infection-signs", "serious-signs", "cancer", "age");
  }

  @Test
  void the_choices_keep_the_questions_order() {
    Answers answers =
        Person.withNothingToReport()
            .but(PROGRAMME, "serious-signs=lump,weight-loss")
            .answers(PROGRAMME);

    assertThat(answers.to("serious-signs"))
        .contains(new Answer.Chosen(Set.of("weight-loss", "lump")));
    assertThat(Json.write(AnswersDocument.write(answers)))
        .contains("\"serious-signs\":[\"weight-loss\",\"lump\"]");
  }

  @Test
  void only_what_was_asked_opens_further_questions() {
    Answers stale =
        new Answers(
            Map.of(
                "symptoms", new Answer.Chosen(Set.of("stiffness")),
                "tried", new Answer.Chosen(Set.of())));

    assertThat(Screening.asked(PROGRAMME, stale).stream().map(Question::id))
        .doesNotContain("numbness-where", "relief");
  }

  private static List<String> faults(Person person) {
    return faults(person.document());
  }

  private static List<String> faults(Node document) {
    Problems problems = new Problems();
    Optional<Answers> answers = AnswersReader.all(PROGRAMME, document, problems);
    assertThat(answers.isEmpty()).isEqualTo(!problems.isEmpty());
    return problems.list().stream().map(Object::toString).toList();
  }

  private static Node json(String text) {
    return Documents.json("request", text.getBytes(StandardCharsets.UTF_8), new Problems())
        .orElseThrow();
  }
}
