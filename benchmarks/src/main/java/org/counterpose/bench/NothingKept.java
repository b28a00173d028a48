package org.counterpose.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.counterpose.store.Also;
import org.counterpose.store.Appended;
import org.counterpose.store.Journals;
import org.counterpose.store.Kept;
import org.counterpose.store.Line;
import org.counterpose.store.NewJourney;
import org.counterpose.store.Summary;

/** A store that does nothing with what is appended but count it. */
final class NothingKept implements Journals {

  private record Journal(NewJourney begun, AtomicInteger entries) {}

  private final Map<UUID, Journal> journals = new ConcurrentHashMap<>();

  @Override
  public void begin(NewJourney journey, Also also) {
    journals.put(journey.id(), new Journal(journey, new AtomicInteger(journey.lines().size())));
  }

  @Override
  public Optional<Appended> append(UUID journey, List<Line> lines, Also also) {
    Journal journal = journals.get(journey);
    if (journal == null) {
      return Optional.empty();
    }
    journal.entries().addAndGet(lines.size());
    return Optional.of(new Appended(lines.size(), 0));
  }

  @Override
  public Optional<Kept> find(UUID journey) {
    return Optional.ofNullable(journals.get(journey))
        .map(Journal::begun)
        .map(begun -> new Kept(begun.id(), begun.keyHash(), begun.at(), begun.lines()));
  }

  @Override
  public boolean replaceKey(UUID journey, byte[] keyHash, Also also) {
    return false;
  }

  @Override
  public Optional<Summary> summary(UUID journey) {
    return Optional.ofNullable(journals.get(journey))
        .map(
            journal ->
                new Summary(journey, journal.entries().get(), journal.begun().at(), "rated"));
  }

  @Override
  public boolean erase(UUID journey) {
    return journals.remove(journey) != null;
  }
}
