package org.counterpose.journeys;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.counterpose.document.Node;
import org.counterpose.document.Problems;
import org.counterpose.documents.Documents;
import org.counterpose.documents.Json;
import org.counterpose.journal.Entry;
import org.counterpose.journal.EntryDocument;
import org.counterpose.journal.Journal;
import org.counterpose.journal.Routine;
import org.counterpose.journal.StoredEntryReader;
import org.counterpose.library.Library;
import org.counterpose.programme.Programme;
import org.counterpose.screening.Answers;
import org.counterpose.screening.Screened;
import org.counterpose.screening.Screening;
import org.counterpose.store.Appended;
import org.counterpose.store.IdTaken;
import org.counterpose.store.Journals;
import org.counterpose.store.Kept;
import org.counterpose.store.Line;
import org.counterpose.store.NewJourney;
import org.counterpose.store.Summary;

/** The trials that are kept. */
public final class Journeys {

  private final Library library;
  private final Journals journals;
  private final InstantSource clock;
  private final SecureRandom random;
  private final Supplier<UUID> ids;
  private final ReadJournals read = new ReadJournals();

  public Journeys(Library library, Journals journals, InstantSource clock, SecureRandom random) {
    this.library = library;
    this.journals = journals;
    this.clock = clock;
    this.random = random;
    this.ids = UUID::randomUUID;
  }

  /** Begins a trial, unless the answers forbid it. */
  public Begun begin(Programme programme, Answers answers, Routine routine) {
    Screened screened = Screening.screen(programme, answers);
    if (!screened.clearance().allowsExercise()) {
      return new Begun.Refused(screened);
    }
    OffsetDateTime at =
        clock.instant().truncatedTo(ChronoUnit.MILLIS).atZone(routine.zone()).toOffsetDateTime();
    List<Entry> entries =
        List.of(
            new Entry.Screened(ids.get(), at, programme.id(), programme.version(), answers),
            new Entry.Started(ids.get(), at, routine));
    Key key = Key.random(random);
    UUID id = ids.get();
    journals.begin(new NewJourney(id, key.hash(), at.toInstant(), lines(entries)));
    return new Begun.Started(new Journey(id, programme, Journal.of(entries)), key.text());
  }

  /** The journey of that id as it stands now, for whoever has its key. */
  public Optional<Journey> open(String id, String key) {
    return id(id).flatMap(known -> opened(known, key, current(known)));
  }

  /**
   * The journey of that id for whoever has its key, only to add to: entries of another process may
   * be missing from it. Adding asks the store itself whether the journey is still there.
   */
  public Optional<Journey> openToAdd(String id, String key) {
    return id(id).flatMap(known -> opened(known, key, read.find(known).or(() -> load(known))));
  }

  private static Optional<Journey> opened(
      UUID id, String key, Optional<ReadJournals.Known> journal) {
    return Key.read(key)
        .flatMap(
            given ->
                journal
                    .filter(kept -> given.opens(kept.keyHash()))
                    .map(kept -> new Journey(id, kept.programme(), kept.journal())));
  }

  /**
   * Adds entries, durably: all or none; those that are there already change nothing.
   *
   * @throws EntryIdTaken where one has the id of another entry
   * @throws JourneyErased where the journey is gone
   */
  public Appended append(Journey journey, List<Entry> entries) {
    Appended appended = appended(journey.id(), entries);
    if (appended.accepted() == entries.size()) {
      read.grow(journey.id(), entries);
    }
    return appended;
  }

  private Appended appended(UUID id, List<Entry> entries) {
    try {
      return journals.append(id, lines(entries)).orElseThrow(() -> new JourneyErased(id));
    } catch (IdTaken taken) {
      throw new EntryIdTaken(taken.positions());
    }
  }

  /**
   * Deletes everything that is kept of a journey, the appointments too that its summary went along
   * to; those that were to come are cancelled by it.
   */
  public void erase(Journey journey) {
    journals.erase(journey.id());
    read.forget(journey.id());
  }

  /** As it stands in the store now: what was read before, where nothing was added since. */
  private Optional<ReadJournals.Known> current(UUID id) {
    Optional<ReadJournals.Known> known = read.find(id);
    if (known.isEmpty()) {
      return load(id);
    }
    Optional<Summary> summary = journals.summary(id);
    if (summary.isEmpty()) {
      read.forget(id);
      return Optional.empty();
    }
    return known.get().size() == summary.get().entries() ? known : load(id);
  }

  private Optional<ReadJournals.Known> load(UUID id) {
    return journals
        .find(id)
        .map(
            kept -> {
              Journal journal = Journal.of(entries(kept));
              ReadJournals.Known known =
                  new ReadJournals.Known(kept.keyHash(), programmeOf(journal), journal);
              read.put(id, known);
              return known;
            });
  }

  /** The version of the programme that the trial began with, or the one that took its place. */
  private Programme programmeOf(Journal journal) {
    Entry.Screened screened = journal.screened();
    return library
        .programme(screened.programme(), screened.version())
        .or(() -> library.programme(screened.programme()))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "a trial runs on programme " + screened.programme() + ", which is not here"));
  }

  private static List<Line> lines(List<Entry> entries) {
    return entries.stream()
        .map(
            entry ->
                new Line(
                    entry.id(),
                    entry.at().toInstant(),
                    entry.type(),
                    Json.write(EntryDocument.write(entry))))
        .toList();
  }

  private static List<Entry> entries(Kept kept) {
    return kept.lines().stream().map(line -> entry(kept.id(), line)).toList();
  }

  private static Entry entry(UUID journey, Line line) {
    Problems problems = new Problems();
    Optional<Node> node =
        Documents.json("journal", line.body().getBytes(StandardCharsets.UTF_8), problems);
    return node.flatMap(found -> StoredEntryReader.read(found, problems))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "entry " + line.id() + " of journey " + journey + " cannot be read"));
  }

  /** An id in the one form that we write; other spellings of the same number are not known. */
  private static Optional<UUID> id(String text) {
    try {
      UUID id = UUID.fromString(text);
      return id.toString().equals(text) ? Optional.of(id) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
