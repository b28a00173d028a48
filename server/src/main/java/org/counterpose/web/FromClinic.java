package org.counterpose.web;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.counterpose.journal.Entry;
import org.counterpose.journeys.Journey;
import org.counterpose.programme.Programme;
import org.counterpose.words.ChangesInWords;
import org.counterpose.words.SaferInWords;
import org.counterpose.words.Words;

/**
 * Something that the clinic wrote or did for a person, or that the person wrote to it.
 *
 * @param by who; empty where it was the person
 */
public record FromClinic(String when, Optional<String> by, String title, String text) {

  /** What is that new stands on the Today page. */
  private static final Duration NEWS = Duration.ofDays(7);

  private static final int MOST_NEWS = 3;

  private record Told(OffsetDateTime at, Optional<String> by, String title, String text) {}

  /** All that passed between the two, oldest first. */
  static List<FromClinic> thread(Journey journey, Words words) {
    return all(journey, words).stream().map(told -> shown(told, words)).toList();
  }

  /** What the clinic wrote or did of late, newest first. */
  static List<FromClinic> news(Journey journey, Instant now, Words words) {
    return all(journey, words).stream()
        .filter(told -> told.by().isPresent())
        .filter(told -> told.at().toInstant().isAfter(now.minus(NEWS)))
        .sorted(Comparator.comparing((Told told) -> told.at().toInstant()).reversed())
        .limit(MOST_NEWS)
        .map(told -> shown(told, words))
        .toList();
  }

  private static FromClinic shown(Told told, Words words) {
    return new FromClinic(
        told.at().format(words.dates("calendar.date", "book.clock")),
        told.by(),
        told.title(),
        told.text());
  }

  private static List<Told> all(Journey journey, Words words) {
    return journey.journal().standing().stream()
        .flatMap(entry -> told(journey.programme(), entry, words).stream())
        .toList();
  }

  private static Optional<Told> told(Programme programme, Entry entry, Words words) {
    return switch (entry) {
      case Entry.Noted e -> by(e, e.by(), words.say("clinic.noted", e.by()), e.text());
      case Entry.Adapted e ->
          by(
              e,
              e.by(),
              words.say(
                  "clinic.adapted", e.by(), ChangesInWords.told(words, programme, e.changes())),
              e.reason());
      case Entry.MadeSafer e ->
          by(
              e,
              e.by(),
              words.say("clinic.safer", e.by()),
              words.say("clinic.safer.why", SaferInWords.told(words, programme, e), e.why()));
      case Entry.ClearedByClinic e -> by(e, e.by(), words.say("clinic.cleared", e.by()), e.why());
      case Entry.Paused e ->
          e.by().flatMap(by -> by(e, by, words.say("clinic.paused", by), e.reason()));
      case Entry.Resumed e -> e.by().flatMap(by -> by(e, by, words.say("clinic.resumed", by), ""));
      case Entry.Asked e ->
          Optional.of(new Told(e.at(), Optional.empty(), words.say("clinic.asked"), e.text()));
      default -> Optional.empty();
    };
  }

  private static Optional<Told> by(Entry entry, String by, String title, String text) {
    return Optional.of(new Told(entry.at(), Optional.of(by), title, text));
  }
}
