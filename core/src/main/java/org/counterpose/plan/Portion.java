package org.counterpose.plan;

import java.util.List;
import java.util.Optional;
import org.counterpose.journal.Adaptation;
import org.counterpose.programme.Dose;
import org.counterpose.programme.Side;
import org.counterpose.programme.Stage;

/**
 * How much of a step at one time of one day.
 *
 * @param stage empty where the step has one stage without a name
 * @param seconds the whole of it, returns and rests included
 */
record Portion(
    Optional<String> stage,
    int seconds,
    List<Side> sides,
    Optional<Integer> holds,
    Optional<Integer> holdSeconds,
    Optional<Today.Sets> sets) {

  /**
   * What a dose depends on.
   *
   * @param week of the stage, from 1
   * @param lighter the day after pain
   * @param set what the clinic set in place of the programme's amounts; never more than the largest
   *     of them, however it came into the journal
   * @param affected the sides that the complaint is about
   */
  record Circumstances(
      int week, boolean lighter, Optional<Adaptation.Amount> set, List<Side> affected) {

    private Optional<Adaptation.Portioned> portioned() {
      return set.filter(Adaptation.Portioned.class::isInstance)
          .map(Adaptation.Portioned.class::cast);
    }

    private Optional<Adaptation.Repeated> repeated() {
      return set.filter(Adaptation.Repeated.class::isInstance).map(Adaptation.Repeated.class::cast);
    }

    private int seconds(Dose.Amount amount) {
      return amount(amount, portioned().map(Adaptation.Portioned::seconds));
    }

    private int amount(Dose.Amount amount, Optional<Integer> wished) {
      int usual =
          wished.map(most -> Math.min(most, amount.largest())).orElseGet(() -> amount.inWeek(week));
      return lighter ? Math.min(usual, amount.lighter()) : usual;
    }
  }

  /** What a stage asks for. */
  static Portion of(Stage stage, Circumstances now) {
    Optional<String> name = Optional.of(stage.id()).filter(id -> !id.isEmpty());
    return switch (stage.dose()) {
      case Dose.Timed timed -> plain(name, now.seconds(timed.seconds()));
      case Dose.Worn worn -> plain(name, now.seconds(worn.seconds()));
      case Dose.Breaks breaks -> plain(name, breaks.seconds());
      case Dose.Holds holds -> holds(name, holds, now);
      case Dose.Reps reps -> reps(name, reps, now);
    };
  }

  private static Portion plain(Optional<String> stage, int seconds) {
    return new Portion(
        stage, seconds, List.of(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static Portion holds(Optional<String> stage, Dose.Holds dose, Circumstances now) {
    List<Side> sides = dose.sides().of(now.affected());
    int each = now.amount(dose.holds(), now.portioned().flatMap(Adaptation.Portioned::holds));
    int seconds = now.seconds(dose.holdSeconds());
    int all = each * sides.size();
    return new Portion(
        stage,
        all * seconds + Math.max(0, all - 1) * dose.returnSeconds(),
        sides,
        Optional.of(each),
        Optional.of(seconds),
        Optional.empty());
  }

  private static Portion reps(Optional<String> stage, Dose.Reps dose, Circumstances now) {
    List<Side> sides = dose.sides().of(now.affected());
    int sets = now.amount(dose.sets(), now.repeated().map(Adaptation.Repeated::sets));
    int reps = now.amount(dose.reps(), now.repeated().map(Adaptation.Repeated::reps));
    Portion portion =
        new Portion(
            stage,
            0,
            sides,
            Optional.empty(),
            Optional.empty(),
            Optional.of(
                new Today.Sets(sets, reps, dose.moves(), dose.repSeconds(), dose.restSeconds())));
    int all = portion.allSets();
    return portion.lasting(all * reps * dose.repSeconds() + (all - 1) * dose.restSeconds());
  }

  private Portion lasting(int whole) {
    return new Portion(stage, whole, sides, holds, holdSeconds, sets);
  }

  /** Sets of every movement on every side. */
  private int allSets() {
    return sets.map(one -> one.sets() * Math.max(1, one.moves().size()) * Math.max(1, sides.size()))
        .orElse(0);
  }

  /** Repetitions in all; 0 where they are not counted. */
  int reps() {
    return allSets() * sets.map(Today.Sets::reps).orElse(0);
  }

  /** Whether another portion is as large, and of the same stage. */
  boolean asksAsMuchAs(Portion other) {
    return seconds == other.seconds && stage.equals(other.stage) && sets.equals(other.sets);
  }
}
