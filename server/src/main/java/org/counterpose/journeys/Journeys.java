package org.counterpose.journeys;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
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
import org.counterpose.journal.TrialSoFar;
import org.counterpose.library.Library;
import org.counterpose.programme.Programme;
import org.counterpose.screening.Answers;
import org.counterpose.screening.Screened;
import org.counterpose.screening.Screening;
import org.counterpose.store.Also;
import org.counterpose.store.Appended;
import org.counterpose.store.IdTaken;
import org.counterpose.store.Journals;
import org.counterpose.store.Kept;
import org.counterpose.store.Line;
import org.counterpose.store.NewJourney;
import org.counterpose.store.SqlLanguages;
import org.counterpose.store.Summary;

/** The trials that are kept. */
public final class Journeys {

  private final Library library;
  private final Journals journals;
  private final InstantSource clock;
  private final SecureRandom random;
  private final Supplier<UUID> ids;
  private final ReadJournals read;
  private final Plans plans;

  public Journeys(Library library, Journals journals, InstantSource clock, SecureRandom random) {
    this(library, journals, clock, random, new ReadJournals(), new Plans());
  }

  private Journeys(
      Library library,
      Journals journals,
      InstantSource clock,
      SecureRandom random,
      ReadJournals read,
      Plans plans) {
    this.read = read;
    this.plans = plans;
    this.library = library;
    this.journals = journals;
    this.clock = clock;
    this.random = random;
    this.ids = UUID::randomUUID;
  }

  /** The same trials, told in a language; those that begin keep it. */
  public Journeys in(String language) {
    return new Journeys(library.in(language), journals, clock, random, read, plans);
  }

  private Journey journey(UUID id, Journal journal) {
    return new Journey(id, plans.of(RunsOn.of(journal).in(library)), journal);
  }

  /** Begins a trial, unless the answers forbid it. */
  public Begun begin(Programme programme, Answers answers, Routine routine) {
    return begin(programme, answers, routine, journey -> Also.NOTHING);
  }

  /** The same, with what is told of the new journey written in the same transaction. */
  public Begun begin(
      Programme programme, Answers answers, Routine routine, Function<Journey, Also> also) {
    Screened screened = Screening.screen(programme, answers);
    return screened.clearance().allowsExercise()
        ? started(programme, answers, routine, also)
        : new Begun.Refused(screened);
  }

  /**
   * Keeps what somebody answered whom the check stopped, for the clinic to look at. The trial is
   * stopped from its beginning, and its first day begins when the clinic clears it.
   *
   * @param also what is told of the new journey, written in the same transaction
   * @throws IllegalArgumentException where the answers allow to begin
   */
  public Begun.Started waitForClinic(
      Programme programme, Answers answers, Routine routine, Function<Journey, Also> also) {
    if (Screening.screen(programme, answers).clearance().allowsExercise()) {
      throw new IllegalArgumentException("nothing in these answers waits for a clinic");
    }
    return started(programme, answers, routine, also);
  }

  private Begun.Started started(
      Programme programme, Answers answers, Routine routine, Function<Journey, Also> also) {
    OffsetDateTime at =
        clock.instant().truncatedTo(ChronoUnit.MILLIS).atZone(routine.zone()).toOffsetDateTime();
    List<Entry> entries =
        List.of(
            new Entry.Screened(ids.get(), at, programme.id(), programme.version(), answers),
            new Entry.Started(ids.get(), at, routine));
    Key key = Key.random(random);
    UUID id = ids.get();
    Journey journey = new Journey(id, plans.of(programme), Journal.of(entries));
    journals.begin(
        new NewJourney(id, key.hash(), at.toInstant(), lines(entries)),
        spoken(id).and(also.apply(journey)));
    return new Begun.Started(journey, key.text());
  }

  private Also spoken(UUID journey) {
    return library
        .language()
        .map(language -> SqlLanguages.keeping(journey, language))
        .orElse(Also.NOTHING);
  }

  /**
   * The journey of that id as it stands now, for whoever has its key.
   *
   * @throws ProgrammeNotHere where its version of the programme is not in the library
   */
  public Optional<Journey> open(String id, String key) {
    return id(id)
        .flatMap(
            known ->
                head(known, key)
                    .flatMap(head -> journal(known))
                    .map(journal -> journey(known, journal)));
  }

  /**
   * The journey of that id for the clinic that its person shares it with, without its key. Whether
   * they do is asked before.
   *
   * @throws ProgrammeNotHere where its version of the programme is not in the library
   */
  public Optional<Journey> shared(UUID id) {
    return journal(id).map(journal -> journey(id, journal));
  }

  /**
   * The journey of that id for whoever has its key, only to add to: with the programme that it runs
   * on now, also where another process put it on a safer one.
   *
   * @throws ProgrammeNotHere where its version of the programme is not in the library
   */
  public Optional<Adding> openToAdd(String id, String key) {
    return id(id)
        .flatMap(
            known ->
                head(known, key)
                    .flatMap(head -> asItStands(known, head))
                    .map(
                        head ->
                            new Adding(known, head.runsOn().in(library), new SoFar(known, head))));
  }

  /** The journey of that id for whoever has its key, only to take it away or to erase it. */
  public Optional<Owned> own(String id, String key) {
    return id(id)
        .filter(known -> head(known, key).isPresent())
        .filter(known -> journals.summary(known).isPresent())
        .map(Owned::new);
  }

  /**
   * A new key for a journey; the one before it opens nothing any more.
   *
   * @param also what is written in the same transaction
   * @throws JourneyErased where the journey is gone
   */
  public String replaceKey(Opened journey, Also also) {
    Key key = Key.random(random);
    boolean there = journals.replaceKey(journey.id(), key.hash(), also);
    read.forget(journey.id());
    if (!there) {
      throw new JourneyErased(journey.id());
    }
    return key.text();
  }

  /** The journey's head, for whoever has its key. */
  private Optional<ReadJournals.Head> head(UUID id, String key) {
    return head(id)
        .filter(head -> Key.read(key).filter(given -> given.opens(head.keyHash())).isPresent());
  }

  /** The head as it stands in the store now: this one, where nothing came in since. */
  private Optional<ReadJournals.Head> asItStands(UUID id, ReadJournals.Head head) {
    Optional<Summary> summary = journals.summary(id);
    if (summary.isEmpty()) {
      read.forget(id);
      return Optional.empty();
    }
    return summary.get().entries() == head.entries()
        ? Optional.of(head)
        : load(id).map(ReadJournals.Whole::head);
  }

  /** A trial that is being added to: its journal is read only where an entry refers to another. */
  private final class SoFar implements TrialSoFar {
    private final UUID journey;
    private final ReadJournals.Head head;

    SoFar(UUID journey, ReadJournals.Head head) {
      this.journey = journey;
      this.head = head;
    }

    @Override
    public Instant startedAt() {
      return head.startedAt();
    }

    @Override
    public Optional<Entry> find(UUID id) {
      return journal(journey).flatMap(journal -> journal.find(id));
    }
  }

  /**
   * Adds entries, durably: all or none; those that are there already change nothing.
   *
   * @throws EntryIdTaken where one has the id of another entry
   * @throws JourneyErased where the journey is gone
   */
  public Appended append(Opened journey, List<Entry> entries) {
    return append(journey, entries, Also.NOTHING);
  }

  /** The same, with something else written in the same transaction. */
  public Appended append(Opened journey, List<Entry> entries, Also also) {
    Optional<ReadJournals.Head> before = read.head(journey.id());
    Appended appended = appended(journey.id(), entries, also);
    if (appended.accepted() == entries.size()) {
      read.grow(journey.id(), before, entries);
    }
    return appended;
  }

  /** Whether a journey that was opened is still kept. */
  public boolean isThere(Opened journey) {
    return journals.summary(journey.id()).isPresent();
  }

  private Appended appended(UUID id, List<Entry> entries, Also also) {
    try {
      Optional<Appended> appended = journals.append(id, lines(entries), also);
      if (appended.isEmpty()) {
        read.forget(id);
      }
      return appended.orElseThrow(() -> new JourneyErased(id));
    } catch (IdTaken taken) {
      throw new EntryIdTaken(taken.positions());
    }
  }

  /**
   * Deletes everything that is kept of a journey, the appointments too that its summary went along
   * to; those that were to come are cancelled by it.
   */
  public void erase(Opened journey) {
    journals.erase(journey.id());
    read.forget(journey.id());
  }

  /** What adding to the trial takes, as it was read last. */
  private Optional<ReadJournals.Head> head(UUID id) {
    return read.head(id).or(() -> load(id).map(ReadJournals.Whole::head));
  }

  /** The journal as it stands in the store now: what was read before, where nothing is missing. */
  private Optional<Journal> journal(UUID id) {
    Optional<Summary> summary = journals.summary(id);
    if (summary.isEmpty()) {
      read.forget(id);
      return Optional.empty();
    }
    return read.journal(id, summary.get().entries())
        .or(() -> load(id).map(ReadJournals.Whole::journal));
  }

  private Optional<ReadJournals.Whole> load(UUID id) {
    long mark = read.mark();
    return journals
        .find(id)
        .map(
            kept -> {
              Journal journal = Journal.of(entries(kept));
              ReadJournals.Whole whole =
                  new ReadJournals.Whole(
                      new ReadJournals.Head(
                          kept.keyHash(),
                          RunsOn.of(journal),
                          journal.startedAt(),
                          journal.all().size()),
                      journal);
              read.put(id, whole, mark);
              return whole;
            });
  }

  static List<Line> lines(List<Entry> entries) {
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

  static List<Entry> entries(Kept kept) {
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
