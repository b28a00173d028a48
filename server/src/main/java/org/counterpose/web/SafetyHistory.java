package org.counterpose.web;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.counterpose.document.Fields;
import org.counterpose.journal.Entry;
import org.counterpose.journeys.Journey;
import org.counterpose.plan.Moment;
import org.counterpose.programme.Outcome;
import org.counterpose.programme.Programme;
import org.counterpose.screening.Answers;
import org.counterpose.screening.Screened;
import org.counterpose.store.FirstLook;
import org.counterpose.words.Words;

/** The answers that stopped a trial, newest first, and what became of each. */
public record SafetyHistory(List<Stop> stops) {

  /**
   * An answer that stopped it.
   *
   * @param asks what it asks for
   * @param answers what it says itself; empty where this programme has no such rule any more
   * @param before what else led to it: answers of the first check that still stand
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
      List<String> before,
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
   * @param moment how the trial stands now
   * @param zone in which the clinic reads all of it
   */
  static SafetyHistory of(
      Journey journey,
      Moment moment,
      Map<UUID, Optional<FirstLook>> known,
      ZoneId zone,
      Words words) {
    Map<UUID, Entry.ClearedByClinic> clearings = clearings(journey);
    Map<UUID, Entry.MadeSafer> fixes = fixes(journey);
    DateTimeFormatter times = words.dates("calendar.date", "book.clock");
    Reasons reasons = new Reasons(journey.programme(), words);
    List<Stop> stops = new ArrayList<>();
    for (Against one : against(journey, moment)) {
      UUID id = one.entry().id();
      stops.add(
          new Stop(
              one.entry().at().atZoneSameInstant(zone).format(times),
              one.outcome().map(outcome -> title(journey.programme(), outcome)).orElse(""),
              one.because(true).map(reasons::answer).distinct().toList(),
              one.because(false).map(reasons::answer).distinct().toList(),
              one.reasons().stream().map(reasons::advice).distinct().toList(),
              moment.stoppedBy().contains(id),
              Optional.ofNullable(fixes.get(id))
                  .map(
                      fix ->
                          words.say(
                              "care.safety.fixed", fix.at().atZoneSameInstant(zone).format(times))),
              known
                  .getOrDefault(id, Optional.empty())
                  .map(
                      look ->
                          words.say(
                              "care.safety.looked",
                              look.by(),
                              look.at().atZone(zone).format(times))),
              Optional.ofNullable(clearings.get(id))
                  .map(
                      clear ->
                          words.say(
                              "care.safety.cleared",
                              clear.by(),
                              clear.at().atZoneSameInstant(zone).format(times),
                              clear.why()))));
    }
    return new SafetyHistory(List.copyOf(stops.reversed()));
  }

  private static String title(Programme programme, Outcome outcome) {
    return programme.text("outcomes." + Fields.dashed(outcome) + ".title");
  }

  /**
   * The entries that stopped the trial, oldest first. Answers of the first check stand under each
   * later entry: where it says nothing more, it is left out.
   */
  private static List<Against> against(Journey journey, Moment moment) {
    Set<UUID> stopping = moment.stoppedBy();
    Set<UUID> ever = stopsOf(journey, stopping);
    Set<Screened.Reason> open = new HashSet<>();
    Set<Screened.Reason> lifted = new HashSet<>();
    List<Against> all = new ArrayList<>();
    for (Entry entry : journey.journal().standing()) {
      if (ever.contains(entry.id())) {
        Set<Screened.Reason> before = stopping.contains(entry.id()) ? open : lifted;
        List<Screened.Reason> reasons = moment.stoppedFor(entry.id());
        Against more =
            new Against(
                entry,
                reasons.stream()
                    .filter(reason -> !before.contains(reason) || says(entry, reason))
                    .toList());
        if (reasons.isEmpty() || !more.reasons().isEmpty()) {
          all.add(more);
        }
        before.addAll(reasons);
      }
    }
    return all;
  }

  private static boolean says(Entry entry, Screened.Reason reason) {
    return reason.because().stream().anyMatch(one -> says(entry, one));
  }

  private static boolean says(Entry entry, Screened.Because because) {
    Answers given =
        switch (entry) {
          case Entry.Screened check -> check.answers();
          case Entry.GotWorse worse -> worse.answers();
          case Entry.WeeklyCheck week -> week.safety();
          default -> Answers.NONE;
        };
    return given.to(because.question()).isPresent();
  }

  /** An entry and what is told of it: the plan's own reasons, gravest first. */
  private record Against(Entry entry, List<Screened.Reason> reasons) {

    /** As the plan says it: what takes the last step away asks for a clinician at least. */
    Optional<Outcome> outcome() {
      return reasons.stream()
          .map(Screened.Reason::outcome)
          .findFirst()
          .map(Outcome.SEE_CLINICIAN_FIRST::gravest);
    }

    /**
     * The answers behind it.
     *
     * @param own those of the entry itself, or else those of before
     */
    Stream<Screened.Because> because(boolean own) {
      return reasons.stream()
          .flatMap(reason -> reason.because().stream())
          .filter(one -> says(entry, one) == own);
    }
  }
}
