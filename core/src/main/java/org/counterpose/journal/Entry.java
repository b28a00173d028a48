package org.counterpose.journal;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.counterpose.programme.Side;
import org.counterpose.screening.Answers;

/**
 * One thing that happened in a trial. The set is closed; a wrong entry is voided by another, never
 * edited.
 */
public sealed interface Entry {

  /** Made where it happened, so that an entry that arrives twice is one entry. */
  UUID id();

  /**
   * When, with the offset from UTC of the device that told it. The person's date is that of the
   * instant in their own zone, whatever the offset: docs/decisions/005-the-persons-day.md.
   */
  OffsetDateTime at();

  /**
   * The check that opened the trial, and the pack it was taken with. Written by the product alone.
   */
  record Screened(UUID id, OffsetDateTime at, String programme, String version, Answers answers)
      implements Entry {}

  /** The trial begins, with the person's day. Written by the product alone. */
  record Started(UUID id, OffsetDateTime at, Routine routine) implements Entry {}

  /** The person's day, aids or zone changed; holds from then on. */
  record RoutineChanged(UUID id, OffsetDateTime at, Routine routine) implements Entry {}

  /** Pain, and if told stiffness, over the last 24 hours, 0 to 10. */
  record Rated(UUID id, OffsetDateTime at, int pain, Optional<Integer> stiffness)
      implements Entry {}

  /**
   * A session was done.
   *
   * @param reps for sets of repetitions: how many were done in all; empty where nobody counted
   */
  record SessionDone(
      UUID id,
      OffsetDateTime at,
      String step,
      int seconds,
      List<Side> sides,
      Optional<Integer> reps)
      implements Entry {

    /** A session in which nothing was counted. */
    public SessionDone(UUID id, OffsetDateTime at, String step, int seconds, List<Side> sides) {
      this(id, at, step, seconds, sides, Optional.empty());
    }
  }

  record SessionStopped(UUID id, OffsetDateTime at, String step, Why why) implements Entry {}

  /** Something to wear or sit on was begun; {@link Worn} ends it. */
  record WearStarted(UUID id, OffsetDateTime at, String step) implements Entry {}

  /** Worn or sat on for so long, ending at {@link #at}. */
  record Worn(UUID id, OffsetDateTime at, String step, int seconds) implements Entry {}

  /**
   * The weekly questions: the safety answers, up to three activities each 0 to 10 (higher is
   * better), and the global rating of change, -5 to +5.
   */
  record WeeklyCheck(
      UUID id,
      OffsetDateTime at,
      Answers safety,
      List<Activity> activities,
      Optional<Integer> change)
      implements Entry {}

  /**
   * One to three things that the person wants to do more easily, and how well each can be done, 0
   * to 10 (higher is better): the patient-specific functional scale. Later weekly checks score the
   * same ones.
   */
  record Activities(UUID id, OffsetDateTime at, List<Activity> activities) implements Entry {}

  /** The person said that it got worse, and answered the safety questions again. */
  record GotWorse(UUID id, OffsetDateTime at, Answers answers) implements Entry {}

  /** Two inclinations from the side, in degrees; confidence 0 to 1. */
  record Posture(
      UUID id,
      OffsetDateTime at,
      double earShoulderDegrees,
      double shoulderHipDegrees,
      double confidence)
      implements Entry {}

  /**
   * The person measured something on themselves.
   *
   * @param side where left and right are told apart
   */
  record Measured(UUID id, OffsetDateTime at, String measure, double value, Optional<Side> side)
      implements Entry {}

  /**
   * Whether the plan leaves one step out on some days, so that days with and without it can be
   * compared. Off until it is chosen, and off from the next such entry without a step on.
   *
   * @param step the step that is left out on days drawn by chance; empty ends it
   * @param pooled whether the clinic may add it to that of others, without a name
   */
  record Comparing(UUID id, OffsetDateTime at, Optional<String> step, boolean pooled)
      implements Entry {}

  /**
   * The clinic changed the plan, from the person's date of {@link #at} on. Written by the clinic.
   *
   * @param by who changed it, as the person knows them
   * @param reason why, for the person to read
   * @param answers the entries that it answers: those that the clinic had before it
   */
  record Adapted(
      UUID id,
      OffsetDateTime at,
      String by,
      String reason,
      List<Adaptation> changes,
      Set<UUID> answers)
      implements Entry {
    public Adapted {
      changes = List.copyOf(changes);
      answers = Set.copyOf(answers);
      if (changes.isEmpty()) {
        throw new IllegalArgumentException("an adapted plan has at least one change, got none");
      }
    }
  }

  /**
   * The plan rests until it is {@link Resumed}; {@code by} is empty where the person paused it.
   * What the clinic paused and what the person paused rest each by itself.
   */
  record Paused(UUID id, OffsetDateTime at, Optional<String> by, String reason) implements Entry {}

  /** The plan goes on after a pause: the clinic ends its own, the person whatever holds. */
  record Resumed(UUID id, OffsetDateTime at, Optional<String> by) implements Entry {}

  /**
   * The clinic writes to the person. Written by the clinic.
   *
   * @param answers the entries that it answers: those that the clinic had before it
   */
  record Noted(UUID id, OffsetDateTime at, String by, String text, Set<UUID> answers)
      implements Entry {
    public Noted {
      answers = Set.copyOf(answers);
    }
  }

  /** The person writes to the clinic, and asks to hear from it. */
  record Asked(UUID id, OffsetDateTime at, String text) implements Entry {}

  /**
   * Somebody of the clinic has looked at the safety answers that stopped the trial, and lets it go
   * on. Only the answers that it names are lifted: what is answered later, or arrives later, stops
   * it again. Written by the clinic.
   *
   * @param answers the entries that were looked at
   * @param why for the person to read
   */
  record ClearedByClinic(UUID id, OffsetDateTime at, String by, String why, Set<UUID> answers)
      implements Entry {
    public ClearedByClinic {
      answers = Set.copyOf(answers);
    }
  }

  /**
   * A running trial was put on a safer version of its programme, and is judged by it as a whole.
   * Written by whoever runs the server.
   *
   * @param by who did it, as the person knows them
   * @param why for the person to read
   * @param to the version that holds from then on
   * @param parts what became safer
   * @param steps of whose dose there is less
   * @param stops the entries whose answers the safer table stops and the one before did not: as of
   *     now, and also where the clinic had cleared what the other table said of them
   */
  record MadeSafer(
      UUID id,
      OffsetDateTime at,
      String by,
      String why,
      String to,
      Set<SaferPart> parts,
      Set<String> steps,
      Set<UUID> stops)
      implements Entry {
    public MadeSafer {
      parts = Set.copyOf(parts);
      steps = Set.copyOf(steps);
      stops = Set.copyOf(stops);
    }
  }

  /** Takes an entry back. Safety answers, the check and the start cannot be taken back. */
  record Void(UUID id, OffsetDateTime at, UUID entry, String reason) implements Entry {}

  /** What of a programme a safety fix may change while a trial runs. */
  enum SaferPart {
    /** The safety table. */
    RULES,
    /** How much a step asks for: less. */
    DOSES,
    /** What is asked each week: one sign more, or in clearer words. */
    QUESTIONS,
    /** Texts and pictures. */
    WORDS
  }

  enum Why {
    PAIN,
    TIME,
    OTHER
  }

  record Activity(String name, int score) {}

  /** The entry's type as documents write it. */
  default String type() {
    return switch (this) {
      case Screened e -> "screened";
      case Started e -> "started";
      case RoutineChanged e -> "routine-changed";
      case Rated e -> "rated";
      case SessionDone e -> "session-done";
      case SessionStopped e -> "session-stopped";
      case WearStarted e -> "wear-started";
      case Worn e -> "worn";
      case WeeklyCheck e -> "weekly-check";
      case Activities e -> "activities";
      case GotWorse e -> "got-worse";
      case Posture e -> "posture";
      case Measured e -> "measured";
      case Comparing e -> "comparing";
      case Adapted e -> "adapted";
      case Paused e -> "paused";
      case Resumed e -> "resumed";
      case Noted e -> "noted";
      case Asked e -> "asked";
      case ClearedByClinic e -> "cleared-by-clinic";
      case MadeSafer e -> "made-safer";
      case Void e -> "void";
    };
  }
}
