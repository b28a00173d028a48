package org.counterpose.booking;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.counterpose.store.WaitingPeople;

/**
 * A freed time that is kept for one person of the waiting list.
 *
 * @param until when it goes to the next
 * @param zone the person's own clock, where they told it
 * @param open whether it can still be taken
 * @param taken whether it was, so that its link opens the visit
 * @param standing what has become of the person's place on the list
 */
public record Offer(
    UUID id,
    UUID waiting,
    String practitioner,
    String place,
    String service,
    Instant start,
    Instant end,
    Instant until,
    Optional<ZoneId> zone,
    boolean open,
    boolean taken,
    Waiting.State standing) {

  static Offer of(WaitingPeople.Offer kept, WaitingPeople.Person person, Instant now) {
    return new Offer(
        kept.id(),
        kept.waiting(),
        kept.practitioner(),
        kept.place(),
        kept.service(),
        kept.start(),
        kept.end(),
        kept.until(),
        person.zone().map(ZoneId::of),
        kept.state().equals("open") && kept.until().isAfter(now),
        kept.state().equals("accepted"),
        Waiting.State.of(person));
  }
}
