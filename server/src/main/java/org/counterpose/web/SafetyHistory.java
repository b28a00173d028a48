package org.counterpose.web;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.counterpose.document.Fields;
import org.counterpose.journal.Entry;
import org.counterpose.journeys.Journey;
import org.counterpose.programme.Programme;
import org.counterpose.screening.Answers;
import org.counterpose.screening.Screened;
import org.counterpose.screening.Screening;
import org.counterpose.store.FirstLook;
import org.counterpose.words.Words;

/** The answers that stopped a trial, newest first, and what became of each. */
public record SafetyHistory(List<Stop> stops) {

  /**
   * An answer that stopped it.
   *
   * @param asks what it asks for
   * @param answers empty where this programme has no such rule any more
   * @param told what the person's page tells them of it, in its words
   * @param stops whether it stops the trial now
   * @param fixed when a safer version of the programme stopped it for this; empty where the answer
   *     stopped it at once
   * @param looked who first looked at it and when; empty where that is not known
   * @param cleared who cleared it, when and why
   */
  public record Stop(
      String when,
      String asks,
      List<String> answers,
      List<String> told,
      boolean stops,
      Optional<String> fixed,
      Optional<String> looked,
      Optional<String> cleared) {}

  /** The entries that stopped a trial, those that were cleared too. */
  static Set<UUID> stopsOf(Journey journey, Set<UUID> stopping) {
    Set<UUID> stops = new LinkedHashSet<>(stopping);
    stops.addAll(clearings(journey).keySet());
    return stops;
  }

  private static Map<UUID, Entry.ClearedByClinic> clearings(Journey journey) {
    Map<UUID, Entry.ClearedByClinic> clearings = new HashMap<>();
    journey
        .journal()
        .of(Entry.ClearedByClinic.class)
        .forEach(clear -> clear.answers().forEach(entry -> clearings.putIfAbsent(entry, clear)));
    return clearings;
  }

  /** By which fix an answer stops the trial that an earlier table let pass: the last one. */
  private static Map<UUID, Entry.MadeSafer> fixes(Journey journey) {
    Map<UUID, Entry.MadeSafer> fixes = new HashMap<>();
    journey
        .journal()
        .of(Entry.MadeSafer.class)
        .forEach(fix -> fix.stops().forEach(entry -> fixes.put(entry, fix)));
    return fixes;
  }

  /**
   * Reads it.
   *
   * @param stopping the entries that stop the trial now
   * @param zone in which the clinic reads all of it
   */
  static SafetyHistory of(
      Journey journey,
      Set<UUID> stopping,
      Map<UUID, Optional<FirstLook>> known,
      ZoneId zone,
      Words words) {
    Map<UUID, Entry.ClearedByClinic> clearings = clearings(journey);
    Map<UUID, Entry.MadeSafer> fixes = fixes(journey);
    Set<UUID> ids = stopsOf(journey, stopping);
    DateTimeFormatter times = words.dates("calendar.date", "book.clock");
    Reasons reasons = new Reasons(journey.programme(), words);
    List<Stop> stops = new ArrayList<>();
    for (Entry entry : journey.journal().standing().reversed()) {
      if (!ids.contains(entry.id())) {
        continue;
      }
      List<Screened.Reason> against = against(journey, entry);
      Optional<Entry.ClearedByClinic> clear = Optional.ofNullable(clearings.get(entry.id()));
      stops.add(
          new Stop(
              entry.at().atZoneSameInstant(zone).format(times),
              against.stream()
                  .findFirst()
                  .map(gravest -> outcome(journey.programme(), gravest))
                  .orElse(""),
              against.stream().flatMap(one -> reasons.answers(one).stream()).distinct().toList(),
              against.stream()
                  .map(one -> journey.programme().text("safety." + one.rule() + ".advice"))
                  .distinct()
                  .toList(),
              stopping.contains(entry.id()),
              Optional.ofNullable(fixes.get(entry.id()))
                  .map(
                      fix ->
                          words.say(
                              "care.safety.fixed", fix.at().atZoneSameInstant(zone).format(times))),
              known
                  .getOrDefault(entry.id(), Optional.empty())
                  .map(
                      look ->
                          words.say(
                              "care.safety.looked",
                              look.by(),
                              look.at().atZone(zone).format(times))),
              clear.map(
                  one ->
                      words.say(
                          "care.safety.cleared",
                          one.by(),
                          one.at().atZoneSameInstant(zone).format(times),
                          one.why()))));
    }
    return new SafetyHistory(List.copyOf(stops));
  }

  private static String outcome(Programme programme, Screened.Reason reason) {
    return programme.text("outcomes." + Fields.dashed(reason.outcome()) + ".title");
  }

  /** The rules that an entry's own answers fulfil and that forbid to go on, gravest first. */
  private static List<Screened.Reason> against(Journey journey, Entry entry) {
    Answers given =
        switch (entry) {
          case Entry.Screened check -> check.answers();
          case Entry.GotWorse worse -> worse.answers();
          case Entry.WeeklyCheck week -> week.safety();
          default -> Answers.NONE;
        };
    Answers all = journey.journal().screened().answers().with(given);
    return Screening.screen(journey.programme(), all).reasons().stream()
        .filter(reason -> !reason.outcome().allowsExercise())
        .filter(
            reason ->
                reason.because().stream().anyMatch(one -> given.to(one.question()).isPresent()))
        .toList();
  }
}
