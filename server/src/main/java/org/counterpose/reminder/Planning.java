package org.counterpose.reminder;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.counterpose.journeys.Journey;
import org.counterpose.journeys.Journeys;
import org.counterpose.journeys.ProgrammeNotHere;
import org.counterpose.people.Consent;
import org.counterpose.people.Consents;
import org.counterpose.people.Contacts;
import org.counterpose.store.Channel;
import org.counterpose.store.Database;
import org.counterpose.store.KeptReminder;
import org.counterpose.store.KeptSubscription;
import org.counterpose.store.Letter;
import org.counterpose.store.PlannedMessage;
import org.counterpose.store.SqlAppointments;
import org.counterpose.store.SqlLanguages;
import org.counterpose.store.SqlPlanning;
import org.counterpose.store.SqlPushSubscriptions;
import org.counterpose.words.AllWords;
import org.counterpose.words.Words;

/** Looks at trials whose time has come, and plans what is due soon. */
public final class Planning {

  private static final int AT_ONCE = 100;

  /** From one look at a trial to the next: less than it looks ahead. */
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(45);

  /** Longer than a look takes. */
  private static final Duration LOOKS_FOR = Duration.ofMinutes(2);

  /**
   * What letters and notifications are written with.
   *
   * @param address where links in them begin
   */
  public record Writing(AllWords words, String clinic, Supplier<URI> address) {}

  private final SqlPlanning store;
  private final SqlAppointments appointments;
  private final SqlLanguages languages;
  private final Map<String, Spoken> spoken = new HashMap<>();
  private final Consents consents;
  private final Contacts contacts;
  private final SqlPushSubscriptions devices;
  private final InstantSource clock;
  private final StopLinks stopLinks;
  private final Writing writing;

  /**
   * @param random of cryptographic strength
   */
  public Planning(
      Database database,
      Journeys journeys,
      InstantSource clock,
      RandomGenerator random,
      Writing writing) {
    this.store = new SqlPlanning(database);
    this.appointments = new SqlAppointments(database);
    this.languages = new SqlLanguages(database);
    for (String language : writing.words().languages()) {
      spoken.put(language, new Spoken(writing.words().in(language), journeys.in(language)));
    }
    this.consents = new Consents(database);
    this.contacts = new Contacts(database);
    this.devices = new SqlPushSubscriptions(database);
    this.clock = clock;
    this.stopLinks = new StopLinks(database, random);
    this.writing = writing;
  }

  /** The words of a language, and the trials told in it. */
  private record Spoken(Words words, Journeys journeys) {}

  /** One round of looking, its claim and where links begin. */
  private record Round(Instant at, Instant until, URI address) {}

  /** Plans what is due within the hour for some of those whose time has come; for how many. */
  public int round() {
    Instant now = clock.instant();
    Instant until = now.plus(LOOKS_FOR);
    List<KeptReminder> due = store.claim(now, until, AT_ONCE);
    if (!due.isEmpty()) {
      Round round = new Round(now, until, writing.address().get());
      store.plan(due.stream().map(kept -> planned(kept, round)).toList());
    }
    return due.size();
  }

  private SqlPlanning.Planned planned(KeptReminder kept, Round round) {
    Spoken theirs = spoken(kept.journey());
    List<PlannedMessage> messages =
        journey(kept.journey(), theirs)
            .map(journey -> messages(journey, kept, round, theirs.words()))
            .orElse(List.of());
    return new SqlPlanning.Planned(
        kept.journey(), messages, round.at(), round.until(), round.at().plus(LOOK_AGAIN));
  }

  private Spoken spoken(UUID journey) {
    String language = writing.words().in(languages.of(journey)).language();
    return Objects.requireNonNull(spoken.get(language), language);
  }

  private List<PlannedMessage> messages(
      Journey journey, KeptReminder kept, Round round, Words words) {
    Wording wording = new Wording(words, writing.clinic(), round.address());
    Wishes wishes = Wishes.of(kept);
    String stop = round.address() + "/stop/" + stopLinks.of(journey.id()).text();
    Outlook outlook = Outlook.at(journey, wishes, visits(journey), round.at());
    List<PlannedMessage> messages = new ArrayList<>();
    recipients(kept)
        .forEach(
            (channel, to) -> {
              for (Reminder one : outlook.besides(store.told(journey.id(), channel))) {
                String text =
                    switch (channel) {
                      case MAIL -> wording.text(one, wishes, journey.programme(), stop);
                      case PUSH -> wording.inShort(one, wishes, journey.programme());
                    };
                messages.add(
                    new PlannedMessage(
                        channel,
                        one.occasions(),
                        to,
                        wording.subject(one),
                        text,
                        Optional.of(stop),
                        new PlannedMessage.Window(
                            one.at().toInstant(), one.standsUntil(), one.until())));
              }
            });
    return messages;
  }

  private SortedMap<Channel, List<String>> recipients(KeptReminder kept) {
    SortedMap<Channel, List<String>> all = new TreeMap<>();
    if (kept.channels().contains(Channel.MAIL)
        && consents.holds(kept.journey(), Consent.EMAIL_REMINDERS)) {
      contacts
          .email(kept.journey())
          .filter(Letter::isAddress)
          .ifPresent(email -> all.put(Channel.MAIL, List.of(email)));
    }
    if (kept.channels().contains(Channel.PUSH)
        && consents.holds(kept.journey(), Consent.PUSH_REMINDERS)) {
      List<KeptSubscription> there = devices.of(kept.journey());
      if (!there.isEmpty()) {
        all.put(Channel.PUSH, there.stream().map(one -> one.id().toString()).toList());
      }
    }
    return all;
  }

  private static Optional<Journey> journey(UUID id, Spoken theirs) {
    try {
      return theirs.journeys().shared(id);
    } catch (ProgrammeNotHere e) {
      return Optional.empty();
    }
  }

  private List<Outlook.Appointment> visits(Journey journey) {
    return appointments.ofJourney(journey.id()).stream()
        .filter(visit -> !visit.cancelled())
        .map(visit -> new Outlook.Appointment(visit.id(), visit.start(), visit.changedAt()))
        .toList();
  }
}
