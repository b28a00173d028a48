package org.counterpose.web;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.counterpose.journal.Entry;
import org.counterpose.journeys.Journey;
import org.counterpose.programme.Programme;
import org.counterpose.screening.Answers;
import org.counterpose.words.ChangesInWords;
import org.counterpose.words.Words;

/** What happened in a trial as the clinic reads it, newest first. */
record Timeline(Programme programme, Set<UUID> stops, Words words) {

  /** Ordinary lines; what is more than that is never left out. */
  private static final int MOST_PLAIN = 200;

  private static final String PLAIN = "plain";

  static List<CarePage.Happened> of(Journey journey, Set<UUID> stops, Words words) {
    Timeline timeline = new Timeline(journey.programme(), stops, words);
    DateTimeFormatter format = words.dates("calendar.date", "book.clock");
    List<CarePage.Happened> happened = new ArrayList<>();
    ZoneId clock = clock(journey);
    int plain = 0;
    for (Entry entry : journey.journal().standing().reversed()) {
      Optional<String> what = timeline.told(entry);
      String kind = timeline.kind(entry);
      if (what.isPresent() && (!kind.equals(PLAIN) || plain++ < MOST_PLAIN)) {
        happened.add(
            new CarePage.Happened(
                entry.at().atZoneSameInstant(clock).format(format), what.get(), kind));
      }
    }
    return happened;
  }

  /** The person's own clock, by which it is told. */
  static ZoneId clock(Journey journey) {
    return journey.journal().routine().zone();
  }

  private Optional<String> told(Entry entry) {
    return switch (entry) {
      case Entry.RoutineChanged e -> Optional.of(words.say("care.log.routine-changed"));
      case Entry.Activities e -> Optional.of(words.say("care.log.activities"));
      case Entry.Screened e -> Optional.of(words.say("care.log.screened"));
      case Entry.Started e -> Optional.of(words.say("care.log.started"));
      case Entry.Paused e ->
          Optional.of(
              e.by()
                  .map(by -> words.say("log.paused-by", by, e.reason()))
                  .orElseGet(() -> words.say("care.log.paused")));
      case Entry.Resumed e -> Optional.of(words.say("care.log.resumed"));
      case Entry.Asked e -> Optional.of(words.say("care.log.asked", e.text()));
      case Entry.Adapted e ->
          Optional.of(
              words.say(
                  "care.log.adapted",
                  e.by(),
                  ChangesInWords.told(words, programme, e.changes()),
                  e.reason()));
      case Entry.ClearedByClinic e -> Optional.of(words.say("care.log.cleared", e.by(), e.why()));
      case Entry.GotWorse e -> Optional.of(words.say("care.log.got-worse", signs(e.answers())));
      case Entry.WeeklyCheck e -> Optional.of(words.say("care.log.weekly", signs(e.safety())));
      case Entry.SessionStopped e ->
          Optional.of(
              words.say(
                  e.why() == Entry.Why.PAIN ? "care.log.pain" : "log.session-stopped",
                  programme.textIfAny("steps." + e.step() + ".title").orElse(e.step())));
      default -> ProgressPage.told(programme, entry, words);
    };
  }

  private String signs(Answers answers) {
    String signs = grave(answers);
    return signs.isEmpty() ? words.say("care.log.nothing") : signs;
  }

  /** The answers that are not a no, and the questions that were a yes; empty without any. */
  private String grave(Answers answers) {
    return CarePage.answers(programme, answers, words).stream()
        .filter(said -> !said.answer().equals(words.say("form.none")))
        .filter(said -> !said.answer().equals(words.say("form.no")))
        .map(said -> said.answer().equals(words.say("form.yes")) ? said.question() : said.answer())
        .collect(Collectors.joining("; "));
  }

  private String kind(Entry entry) {
    if (stops.contains(entry.id())) {
      return "safety";
    }
    return switch (entry) {
      case Entry.GotWorse e -> "safety";
      case Entry.WeeklyCheck e -> grave(e.safety()).isEmpty() ? PLAIN : "safety";
      case Entry.ClearedByClinic e -> "clinic";
      case Entry.MadeSafer e -> "clinic";
      case Entry.Adapted e -> "clinic";
      case Entry.Noted e -> "clinic";
      case Entry.Paused e -> e.by().isPresent() ? "clinic" : PLAIN;
      case Entry.Resumed e -> e.by().isPresent() ? "clinic" : PLAIN;
      case Entry.Asked e -> "person";
      case Entry.SessionStopped e -> e.why() == Entry.Why.PAIN ? "pain" : PLAIN;
      default -> PLAIN;
    };
  }
}
