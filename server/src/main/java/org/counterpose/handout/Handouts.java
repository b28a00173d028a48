package org.counterpose.handout;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.counterpose.booking.Clinic;
import org.counterpose.journeys.Journey;
import org.counterpose.library.Library;
import org.counterpose.plan.Today;
import org.counterpose.programme.AlsoAsked;
import org.counterpose.programme.Programme;
import org.counterpose.words.Words;

/** Programmes on paper, in one language: as everybody has them, or as one person's plan stands. */
public final class Handouts {

  private static final int WEEK = 7;

  private final Library library;
  private final Clinic clinic;
  private final Words words;
  private final Press press;

  public Handouts(Library library, Clinic clinic, Words words) {
    this.library = library;
    this.clinic = clinic;
    this.words = words;
    this.press = new Press();
  }

  /**
   * For whom and on what.
   *
   * @param name empty for a line to write on
   * @param date when it is printed
   */
  public record For(Optional<String> name, Optional<Code> code, Paper paper, LocalDate date) {}

  /**
   * Whether a plan may be taken along on paper now: paper cannot be taken back, so nothing is
   * printed while the trial is stopped, paused or over, or a safety question waits.
   */
  public static boolean mayPrint(Today today) {
    return today.isOpen();
  }

  /** The programme as it is for everybody. */
  public byte[] ofProgramme(Programme programme, For asked) {
    Sheet.Days.Weeks weeks = weeks(programme);
    EverybodysPlan plan =
        new EverybodysPlan(new StepsOnPaper(library, programme, words), weeks.most());
    return press.print(
        sheet(
            programme,
            asked,
            new Plan(
                StopSigns.clinicianFirst(programme, words),
                plan.parts(),
                List.of(),
                new Sheet.Days(
                    Optional.empty(), weeks, List.of(), plan.rows(), ratings(programme)))),
        asked.paper());
  }

  /**
   * One person's plan from this week on.
   *
   * @throws IllegalStateException where it may not be printed now
   */
  public byte[] ofTrial(Journey journey, Instant now, For asked) {
    Today today = journey.today(now);
    if (!mayPrint(today)) {
      throw new IllegalStateException("the plan of " + journey.id() + " is not printed now");
    }
    Programme programme = journey.programme();
    PersonsPlan plan =
        new PersonsPlan(
            new StepsOnPaper(library, programme, words),
            journey,
            now,
            ComingWeeks.of(journey, now, programme.trial().extendTo()));
    LocalDate first = today.date().minusDays(today.day() - 1L);
    return press.print(
        sheet(
            programme,
            asked,
            new Plan(
                List.of(),
                plan.parts(),
                plan.without(),
                new Sheet.Days(
                    Optional.of(date(first)),
                    weeks(programme),
                    dates(first, programme),
                    plan.rows(),
                    ratings(programme)))),
        asked.paper());
  }

  /** Each day of the longest trial that begins on a date. */
  private List<String> dates(LocalDate first, Programme programme) {
    DateTimeFormatter format = words.dates("sheet.day");
    return first
        .datesUntil(first.plusDays((long) WEEK * weeks(programme.trial().extendTo())))
        .map(format::format)
        .toList();
  }

  /** What is rated each evening. */
  private List<String> ratings(Programme programme) {
    String pain = words.say("sheet.days.pain");
    return programme.asksFor(AlsoAsked.STIFFNESS)
        ? List.of(pain, words.say("sheet.days.stiffness"))
        : List.of(pain);
  }

  private Sheet.Days.Weeks weeks(Programme programme) {
    int days = programme.trial().days();
    int most = programme.trial().extendTo();
    return new Sheet.Days.Weeks(
        weeks(days), weeks(most), words.say("sheet.days.more.why", days, most));
  }

  private static int weeks(int days) {
    return (days + WEEK - 1) / WEEK;
  }

  /** What differs between everybody's sheet and one person's. */
  private record Plan(
      List<StopSigns.Sign> clinicianFirst,
      List<Sheet.Part> parts,
      List<String> without,
      Sheet.Days days) {}

  private Sheet sheet(Programme programme, For asked, Plan plan) {
    return new Sheet(
        words,
        clinic,
        new Sheet.Head(
            programme.text("programme.title"),
            asked.name().filter(press::has),
            asked.code().map(this::drawn)),
        StopSigns.of(programme, words),
        plan.clinicianFirst(),
        plan.parts(),
        plan.without(),
        plan.days(),
        new Sheet.Edition(
            words.say(
                "sheet.edition",
                programme.text("programme.title").strip(),
                programme.version(),
                date(asked.date())),
            approval(programme.approval()),
            library.isSigned() ? Optional.empty() : Optional.of(words.say("unsigned.line"))));
  }

  private Sheet.Drawn drawn(Code code) {
    String caption = words.say(code.leads().words());
    return new Sheet.Drawn(
        caption, Markup.described(QrCode.draw(code.address(), caption), caption));
  }

  private String approval(Programme.Approval approval) {
    return switch (approval) {
      case Programme.Approval.Draft draft -> words.say("safety.draft");
      case Programme.Approval.Approved one ->
          words.say("safety.approved", one.by(), date(one.on()), one.version());
    };
  }

  private String date(LocalDate date) {
    return date.format(words.dates("sheet.date"));
  }
}
