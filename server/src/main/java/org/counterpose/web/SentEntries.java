package org.counterpose.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;
import org.counterpose.document.Problem;
import org.counterpose.document.Problems;
import org.counterpose.documents.Documents;
import org.counterpose.journal.Entry;
import org.counterpose.journal.EntryReader;
import org.counterpose.journeys.EntryIdTaken;
import org.counterpose.journeys.Journey;
import org.counterpose.people.Consents;

/**
 * Entries that a person's device made, with ids and times of its own: the same document as the
 * API's, kept all or none, and each once however often it comes. They may have waited on the device
 * while another trial was opened on it, so they name the one that they belong to.
 */
final class SentEntries {

  private final Trials trials;
  private final Layout layout;

  SentEntries(Trials trials, Layout layout) {
    this.trials = trials;
    this.layout = layout;
  }

  void add(Routes routes) {
    routes.post("/entries", this::entries);
  }

  private void entries(Context context) {
    Optional<Journey> journey = trial(context);
    if (journey.isEmpty()) {
      // No page and no way to one: a script that follows it would take that for an answer.
      answer(context, HttpStatus.NOT_FOUND, layout.words().say("waiting.gone"));
      return;
    }
    Problems problems = new Problems();
    Optional<List<Entry>> entries = read(context, journey.get(), problems);
    if (entries.isEmpty()) {
      answer(
          context,
          HttpStatus.UNPROCESSABLE_CONTENT,
          String.join("\n", problems.list().stream().map(Problem::toString).toList()));
      return;
    }
    if (!trials.list().mayAdd(journey.get().id(), entries.get())) {
      answer(context, HttpStatus.CONFLICT, layout.words().say("pause.held"));
      return;
    }
    keep(context, journey.get(), entries.get());
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
      context.status(HttpStatus.NO_CONTENT);
    } catch (EntryIdTaken taken) {
      answer(context, HttpStatus.CONFLICT, layout.words().say("waiting.taken"));
    }
  }

  private static void answer(Context context, HttpStatus status, String text) {
    context.status(status).contentType("text/plain;charset=utf-8").result(text);
  }
}
