package org.counterpose.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;
import org.counterpose.document.Problems;
import org.counterpose.documents.Documents;
import org.counterpose.journal.Entry;
import org.counterpose.journal.EntryReader;
import org.counterpose.journeys.EntryIdTaken;
import org.counterpose.journeys.Journey;
import org.counterpose.journeys.JourneyErased;
import org.counterpose.journeys.ProgrammeNotHere;
import org.counterpose.people.Consents;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Entries that a person's device made, with ids and times of its own: the same document as the
 * API's, kept all or none, and each once however often it comes. They may have waited on the device
 * while another trial was opened on it, so they name the one that they belong to.
 */
final class SentEntries {

  /** Says that it is the clinic that does not take them, and no door on the way to it. */
  private static final String REFUSED = "Entries-Refused";

  private static final Logger LOG = LoggerFactory.getLogger(SentEntries.class);

  private final Trials trials;
  private final KeptPages kept;
  private final Layout layout;

  SentEntries(Trials trials, KeptPages kept, Layout layout) {
    this.trials = trials;
    this.kept = kept;
    this.layout = layout;
  }

  void add(Routes routes) {
    routes.post("/entries", this::entries);
  }

  private void entries(Context context) {
    try {
      Optional<Journey> journey = trial(context);
      if (journey.isEmpty()) {
        // No page and no way to one: a script that follows it would take that for an answer.
        refuse(context, HttpStatus.NOT_FOUND, "waiting.gone");
        return;
      }
      take(context, journey.get());
    } catch (JourneyErased erased) {
      refuse(context, HttpStatus.NOT_FOUND, "waiting.gone");
    } catch (ProgrammeNotHere forNow) {
      context.status(HttpStatus.SERVICE_UNAVAILABLE); // they wait until it is there again
    }
  }

  private void take(Context context, Journey journey) {
    Problems problems = new Problems();
    Optional<List<Entry>> entries = read(context, journey, problems);
    if (entries.isEmpty()) {
      LOG.info("entries of trial {} are not taken: {}", journey.id(), places(problems));
      refuse(context, HttpStatus.UNPROCESSABLE_CONTENT, why(problems));
      return;
    }
    if (!trials.list().mayAdd(journey.id(), entries.get())) {
      refuse(context, HttpStatus.CONFLICT, "pause.held");
      return;
    }
    keep(context, journey, entries.get());
  }

  private Optional<Journey> trial(Context context) {
    String named = context.queryParam("trial");
    return named == null
        ? trials.door().journey(context)
        : Ids.read(named).flatMap(id -> trials.door().journey(context, id));
  }

  private Optional<List<Entry>> read(Context context, Journey journey, Problems problems) {
    return Documents.json("entries", context.bodyAsBytes(), problems)
        .flatMap(
            batch ->
                EntryReader.readAll(
                    journey.programme(),
                    batch,
                    trials.clock().instant(),
                    journey.journal(),
                    problems));
  }

  private void keep(Context context, Journey journey, List<Entry> entries) {
    try {
      trials.journeys().append(journey, entries, Consents.toldBy(journey.id(), entries));
      trials
          .door()
          .journeyIfItGoesOn(context)
          .ifPresent(shown -> context.header(KeptPages.KEPT_AS, kept.tag(context, shown)));
      context.status(HttpStatus.NO_CONTENT);
    } catch (EntryIdTaken taken) {
      refuse(context, HttpStatus.CONFLICT, "waiting.taken");
    }
  }

  /** Where in the entries something is wrong: what stands there is told to nobody. */
  private static List<String> places(Problems problems) {
    return problems.list().stream().map(problem -> problem.place().path()).toList();
  }

  /** What a person can make of it. */
  private static String why(Problems problems) {
    List<String> places = places(problems);
    if (places.stream().allMatch(path -> path.endsWith(".at"))) {
      return "waiting.wrong.time";
    }
    return places.stream().allMatch(path -> path.endsWith(".step"))
        ? "waiting.wrong.step"
        : "waiting.wrong";
  }

  private void refuse(Context context, HttpStatus status, String why) {
    context
        .status(status)
        .header(REFUSED, "yes")
        .contentType("text/plain;charset=utf-8")
        .result(layout.words().say(why));
  }
}
