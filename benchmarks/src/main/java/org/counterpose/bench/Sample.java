package org.counterpose.bench;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.counterpose.journal.Routine;
import org.counterpose.journeys.Begun;
import org.counterpose.journeys.Journeys;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Question;
import org.counterpose.screening.Answer;
import org.counterpose.screening.Answers;
import org.counterpose.screening.Screening;

/** A trial to measure with. */
final class Sample {

  private Sample() {}

  /** Begins a trial of somebody with nothing to report. */
  static Begun.Started begin(Journeys journeys, Programme programme) {
    Map<String, Answer> answers = new LinkedHashMap<>();
    for (Question question : programme.questions()) {
      answers.put(
          question.id(),
          switch (question.kind()) {
            case Question.Many many -> new Answer.Chosen(Set.of());
            case Question.One one -> new Answer.Chosen(Set.of(one.choices().getFirst()));
            case Question.Quantity quantity -> new Answer.Amount(3);
            case Question.Whole whole -> new Answer.Amount(whole.scale() ? 6 : 40);
            case Question.YesNo yesNo -> new Answer.YesNo(false);
          });
    }
    Set<String> asked =
        Screening.asked(programme, new Answers(answers)).stream()
            .map(Question::id)
            .collect(Collectors.toSet());
    answers.keySet().retainAll(asked);
    Routine routine =
        new Routine(
            LocalTime.of(7, 0),
            LocalTime.of(23, 0),
            LocalTime.of(9, 0),
            LocalTime.of(17, 30),
            EnumSet.allOf(DayOfWeek.class),
            programme.aids().stream().map(Programme.Aid::id).collect(Collectors.toSet()),
            ZoneId.of("America/New_York"),
            Optional.empty());
    return switch (journeys.begin(programme, new Answers(answers), routine)) {
      case Begun.Started started -> started;
      case Begun.Refused refused ->
          throw new IllegalStateException("refused: " + refused.screened().reasons());
    };
  }

  /** A rating as the API takes it. */
  static String rated(Instant at) {
    return "[{\"id\":\""
        + UUID.randomUUID()
        + "\",\"type\":\"rated\",\"at\":\""
        + at
        + "\",\"pain\":4,\"stiffness\":5}]";
  }
}
