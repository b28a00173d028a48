package org.counterpose.app;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.counterpose.journal.Entry;
import org.counterpose.journeys.Journey;
import org.counterpose.plan.Today;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Question;
import org.counterpose.screening.Answer;
import org.counterpose.screening.Answers;

/** What makes some of the made-up people need their clinic. */
final class MadeUpNeeds {

  private static final List<String> NAMES =
      List.of(
          "Ana", "Ben", "Chloe", "Dev", "Elif", "Femi", "Greta", "Hugo", "Ines", "Jonas", "Kemal",
          "Lena", "Mara", "Noor", "Otis", "Pia", "Quinn", "Rosa", "Sami", "Tara");

  private MadeUpNeeds() {}

  /** A first name and a letter. */
  static String name(Random random) {
    return NAMES.get(random.nextInt(NAMES.size())) + " " + (char) ('A' + random.nextInt(26)) + ".";
  }

  /** An id as every entry has one. */
  static UUID id(RandomGenerator random) {
    return new UUID(
        random.nextLong() & ~0xF000L | 0x4000L,
        random.nextLong() & 0x3FFFFFFFFFFFFFFFL | Long.MIN_VALUE);
  }

  /** A moment in the hours before now. */
  static Instant lately(Instant now, Random random) {
    return now.minus(Duration.ofMinutes(random.nextInt(20, 600)));
  }

  /** What one in three needs somebody for at a moment, where the plan of that moment allows it. */
  static Optional<Entry> of(Journey journey, Instant at, Random random) {
    if (at.isBefore(journey.journal().startedAt().plusSeconds(60))) {
      return Optional.empty();
    }
    OffsetDateTime there = at.atZone(journey.journal().routine().zone()).toOffsetDateTime();
    UUID id = id(random);
    Today today = journey.today(at);
    return switch (random.nextInt(12)) {
      case 0 ->
          Optional.of(gotWorse(id, there, journey.programme()))
              .filter(told -> today.state() instanceof Today.State.Running);
      case 1, 2 -> Optional.of(new Entry.Asked(id, there, question(journey.programme())));
      case 3 ->
          today.steps().stream()
              .filter(step -> today.isOpen() && !step.done())
              .filter(step -> step.dueFrom().toInstant().isBefore(at))
              .findFirst()
              .map(step -> new Entry.SessionStopped(id, there, step.step(), Entry.Why.PAIN));
      default -> Optional.empty();
    };
  }

  /** What somebody asks, in the language of their programme. */
  private static String question(Programme programme) {
    boolean spanish = programme.language().equals("es");
    if (programme.id().equals("mid-back")) {
      return spanish
          ? "Al enhebrar la aguja me tira a la izquierda. ¿Puedo llegar menos lejos?"
          : "Thread the needle pulls on the left. May I go less far?";
    }
    return spanish
        ? "De un lado me cuesta más que del otro. ¿Puedo hacer menos de ese lado?"
        : "One side is harder than the other. May I do less there?";
  }

  /** A warning sign that stops a trial. */
  static Entry gotWorse(UUID id, OffsetDateTime at, Programme programme) {
    Map<String, Answer> answers = new LinkedHashMap<>();
    for (Question question : programme.questions()) {
      if (question.weekly()) {
        answers.put(
            question.id(),
            question.kind() instanceof Question.YesNo
                ? new Answer.YesNo(false)
                : new Answer.Chosen(Set.of()));
      }
    }
    answers.computeIfPresent(
        "cord-signs", (question, none) -> new Answer.Chosen(Set.of("unsteady")));
    answers.computeIfPresent(
        "nerve-signs", (question, none) -> new Answer.Chosen(Set.of("foot-drops")));
    return new Entry.GotWorse(id, at, new Answers(answers));
  }
}
