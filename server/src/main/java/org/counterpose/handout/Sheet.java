package org.counterpose.handout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.counterpose.booking.Clinic;
import org.counterpose.programme.Step;
import org.counterpose.words.Words;

/**
 * What stands on the paper, in the order in which it is read.
 *
 * @param clinicianFirst who asks a clinician before anything else, where it is not one person's
 * @param parts the steps, in the order of the programme
 * @param without what this person's plan does without, as sentences
 */
public record Sheet(
    Words words,
    Clinic clinic,
    Head head,
    StopSigns stopSigns,
    List<StopSigns.Sign> clinicianFirst,
    List<Part> parts,
    List<String> without,
    Days days,
    Edition edition) {

  public Sheet {
    clinicianFirst = List.copyOf(clinicianFirst);
    parts = List.copyOf(parts);
    without = List.copyOf(without);
  }

  /**
   * What it is and whose.
   *
   * @param name empty for a line to write on
   */
  public record Head(String title, Optional<String> name, Optional<Drawn> code) {}

  /** A picture with what it is called; the SVG says itself what it shows. */
  public record Drawn(String caption, String svg) {}

  /**
   * How much at one time.
   *
   * @param weeks a line for the weeks that ask for the same
   * @param where on which sides, where that is the same in all of them
   */
  public record HowMuch(List<String> weeks, Optional<String> where) {
    /** Where it is told elsewhere. */
    static final HowMuch NONE = new HowMuch(List.of(), Optional.empty());

    public boolean isNone() {
      return weeks.isEmpty();
    }
  }

  /**
   * One step.
   *
   * @param setup and {@code finish} as HTML
   * @param when how often a day, and at which times
   * @param path what comes after what, and what it waits for, where it has several stages
   * @param stages where it has several
   * @param needs what it needs, each with what serves instead
   * @param notes what else holds for this person
   * @param leavingOut whom the safety table lets begin without this step, where it is not one
   *     person's
   */
  public record Part(
      String title,
      String brief,
      List<Drawn> pictures,
      String when,
      HowMuch dose,
      List<String> path,
      List<Stage> stages,
      List<String> needs,
      List<String> notes,
      String setup,
      String finish,
      List<String> avoid,
      List<StopSigns.Sign> leavingOut) {}

  /**
   * One stage of a step.
   *
   * @param weeks from when its weeks count, where that is told
   * @param dose none where the step tells it
   * @param pictures where they are not those of the step
   * @param how as HTML
   */
  public record Stage(
      String title, Optional<String> weeks, HowMuch dose, List<Drawn> pictures, String how) {}

  /**
   * The days to tick.
   *
   * @param first the date of the first day; empty for a line to write on
   * @param dates the weekday and day of the month of each, where they are one person's
   * @param ratings what is rated each evening, pain first
   */
  public record Days(
      Optional<String> first,
      Weeks weeks,
      List<String> dates,
      List<Row> rows,
      List<String> ratings) {
    private static final int DAYS_OF_A_WEEK = 7;

    /**
     * The weeks of a trial.
     *
     * @param sure those that every trial has
     * @param most those of a trial that goes on
     * @param whyMore when it goes on
     */
    public record Weeks(int sure, int most, String whyMore) {

      /** Why there are more weeks, where this is the first that only some trials have. */
      public Optional<String> whyFrom(int week) {
        return week == sure + 1 ? Optional.of(whyMore) : Optional.empty();
      }
    }

    /** The date of a day of the trial; empty where it is not known. */
    public Optional<String> dateOf(int day) {
      return day <= dates.size() ? Optional.of(dates.get(day - 1)) : Optional.empty();
    }

    /**
     * A step, and how many boxes each day of the trial has for it.
     *
     * @param boxes by day, from 1
     */
    public record Row(String title, IntUnaryOperator boxes) {

      /** More boxes than these are one. */
      private static final int MOST_BOXES = 3;

      /** That of everybody, from the first day of the trial on which the step may be open. */
      static Row of(Step step, String title, int times) {
        int week = step.stages().getFirst().opens().map(opens -> opens.week()).orElse(1);
        int from = (week - 1) * DAYS_OF_A_WEEK + 1;
        return new Row(title, day -> day >= from && step.days().hold(day) ? boxes(times) : 0);
      }

      /** How many boxes there are for something that is done so many times on a day. */
      static int boxes(int times) {
        return times >= 1 && times <= MOST_BOXES ? times : 1;
      }

      /** How many boxes a day of the trial has. */
      public int boxesOn(int day) {
        return boxes.applyAsInt(day);
      }
    }
  }

  /**
   * Which version was printed, and when.
   *
   * @param printed the programme's title, its version and the date
   * @param unsigned that no clinic signed it; empty where one did
   */
  public record Edition(String printed, String approval, Optional<String> unsigned) {}

  /** How to reach the clinic; by its places where they have addresses of their own. */
  public List<String> ways() {
    Clinic.Contact contact = clinic.contact();
    List<String> ways = new ArrayList<>();
    contact.phone().ifPresent(phone -> ways.add(words.say("sheet.contact.phone", phone)));
    contact.email().ifPresent(email -> ways.add(words.say("sheet.contact.email", email)));
    contact
        .website()
        .ifPresent(site -> ways.add(words.say("sheet.contact.website", site.toString())));
    contact.address().ifPresent(address -> ways.add(words.say("sheet.contact.address", address)));
    for (Clinic.Place place : clinic.places()) {
      place
          .address()
          .filter(address -> !contact.address().equals(Optional.of(address)))
          .map(address -> words.say("sheet.contact.place", place.title().to(language()), address))
          .ifPresent(ways::add);
    }
    return ways;
  }

  public String language() {
    return words.locale().toLanguageTag();
  }
}
