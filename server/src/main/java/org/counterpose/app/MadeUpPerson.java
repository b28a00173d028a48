package org.counterpose.app;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.counterpose.journal.Routine;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Question;
import org.counterpose.screening.Answer;
import org.counterpose.screening.Answers;
import org.counterpose.screening.Screened;
import org.counterpose.screening.Screening;

/**
 * Somebody who does not exist: fit for the programme, cleared by its safety table, and their day.
 */
record MadeUpPerson(Answers answers, Routine routine) {

  private static final int TRIES = 1000;

  /** Somebody else for each state of {@code random}. */
  static MadeUpPerson of(Programme programme, ZoneId zone, RandomGenerator random) {
    for (int i = 0; i < TRIES; i++) {
      Answers answers = answers(programme, random);
      Screened screened = Screening.screen(programme, answers);
      if (screened.fit() && screened.clearance().allowsExercise()) {
        return new MadeUpPerson(answers, routine(programme, zone, random));
      }
    }
    throw new IllegalStateException("nobody could be made up for " + programme);
  }

  /** The pain that they spoke of in the check; 6 where it does not ask. */
  double painBefore(Programme programme) {
    return programme
        .trial()
        .painBefore()
        .map(answers::amount)
        .orElse(OptionalDouble.empty())
        .orElse(6);
  }

  /** Safety questions with a no, the others by chance. */
  private static Answers answers(Programme programme, RandomGenerator random) {
    Map<String, Answer> answers = new LinkedHashMap<>();
    for (Question question : programme.questions()) {
      answers.put(question.id(), answer(question, random));
    }
    Set<String> asked = new HashSet<>();
    Screening.asked(programme, new Answers(answers)).forEach(one -> asked.add(one.id()));
    answers.keySet().retainAll(asked);
    return new Answers(answers);
  }

  private static Answer answer(Question question, RandomGenerator random) {
    return switch (question.kind()) {
      case Question.Many many ->
          new Answer.Chosen(question.safety() ? Set.of() : some(many.choices(), random));
      case Question.One one ->
          new Answer.Chosen(Set.of(one.choices().get(random.nextInt(one.choices().size()))));
      case Question.Quantity quantity ->
          new Answer.Amount(
              quantity.quick().isEmpty()
                  ? quantity.min()
                  : quantity.quick().get(random.nextInt(quantity.quick().size())));
      case Question.Whole whole ->
          new Answer.Amount(
              whole.scale()
                  ? random.nextInt(4, 9)
                  : random.nextInt(Math.max(whole.min(), 22), Math.min(whole.max(), 60)));
      case Question.YesNo yesNo -> new Answer.YesNo(false);
    };
  }

  private static Set<String> some(List<String> choices, RandomGenerator random) {
    Set<String> some = new LinkedHashSet<>();
    int first = random.nextInt(choices.size());
    for (int i = 0; i < choices.size(); i++) {
      if (i == first || random.nextInt(4) == 0) {
        some.add(choices.get(i));
      }
    }
    return some;
  }

  private static Routine routine(Programme programme, ZoneId zone, RandomGenerator random) {
    Set<String> aids = new LinkedHashSet<>();
    programme.aids().stream()
        .filter(aid -> aid.common() || random.nextInt(3) > 0)
        .forEach(aid -> aids.add(aid.id()));
    int late = random.nextInt(3);
    return new Routine(
        LocalTime.of(6 + late, 30),
        LocalTime.of(22, 0).plusMinutes(30L * late),
        LocalTime.of(8 + late, 0),
        LocalTime.of(16 + late, 30),
        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
        aids,
        zone,
        Optional.empty());
  }
}
