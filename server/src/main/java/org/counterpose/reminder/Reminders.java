package org.counterpose.reminder;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.counterpose.journeys.Journey;
import org.counterpose.journeys.Journeys;
import org.counterpose.journeys.ProgrammeNotHere;
import org.counterpose.people.Consent;
import org.counterpose.people.Consents;
import org.counterpose.people.Contacts;
import org.counterpose.people.Secret;
import org.counterpose.store.Also;
import org.counterpose.store.Channel;
import org.counterpose.store.Database;
import org.counterpose.store.KeptReminder;
import org.counterpose.store.Letter;
import org.counterpose.store.Outbox;
import org.counterpose.store.PlannedMessage;
import org.counterpose.store.SecretFile;
import org.counterpose.store.SqlAppointments;
import org.counterpose.store.SqlReminders;
import org.counterpose.words.Words;

/** What persons want to be reminded of, and the planning of it. */
public final class Reminders {

  private static final int AT_ONCE = 100;

  /** From one look at a trial to the next: less than it looks ahead. */
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(45);

  private final Database database;
  private final SqlReminders store;
  private final SqlAppointments appointments;
  private final Journeys journeys;
  private final Consents consents;
  private final Contacts contacts;
  private final InstantSource clock;
  private final byte[] key;

  /**
   * @param random of cryptographic strength
   */
  public Reminders(
      Database database, Journeys journeys, InstantSource clock, RandomGenerator random) {
    this.database = database;
    this.store = new SqlReminders(database);
    this.appointments = new SqlAppointments(database);
    this.journeys = journeys;
    this.consents = new Consents(database);
    this.contacts = new Contacts(database);
    this.clock = clock;
    this.key =
        SecretFile.of(
            database.folder(),
            "links.key",
            () -> {
              byte[] fresh = new byte[32];
              random.nextBytes(fresh);
              return fresh;
            });
  }

  /** What a person wants; empty where they want none. */
  public Optional<Wishes> of(UUID journey) {
    return store.find(journey).map(Wishes::of);
  }

  /** The confirmed address that letters would go to. */
  public Optional<String> address(UUID journey) {
    return contacts.email(journey);
  }

  /** Keeps what a person wants; choosing a channel is the agreement to it, recorded as such. */
  public void keep(UUID journey, Wishes wishes) {
    Instant now = clock.instant();
    KeptReminder kept =
        new KeptReminder(
            journey,
            wishes.kinds().stream().map(Kind::name).collect(Collectors.toSet()),
            wishes.channels(),
            wishes.stepTimes(),
            wishes.ratingAt(),
            wishes.quietFrom(),
            wishes.quietTo(),
            wishes.stepNames(),
            now,
            stopSecret(journey).hash());
    store.keep(
        kept,
        connection -> {
          agreed(journey, Consent.EMAIL_REMINDERS, wishes.channels().contains(Channel.MAIL), now)
              .on(connection);
          agreed(journey, Consent.PUSH_REMINDERS, wishes.channels().contains(Channel.PUSH), now)
              .on(connection);
        });
  }

  private static Also agreed(UUID journey, Consent kind, boolean agreed, Instant now) {
    return agreed ? Consents.giving(journey, kind, now) : Consents.withdrawing(journey, kind, now);
  }

  /** Ends all reminders of a person. */
  public boolean stop(UUID journey) {
    Instant now = clock.instant();
    return store.stop(
        journey,
        connection -> {
          agreed(journey, Consent.EMAIL_REMINDERS, false, now).on(connection);
          agreed(journey, Consent.PUSH_REMINDERS, false, now).on(connection);
        });
  }

  /** Whether a secret of a letter would end somebody's reminders. */
  public boolean opens(String secret) {
    return store.stoppedBy(new Secret(secret).hash()).isPresent();
  }

  /** Ends the reminders that a letter's secret belongs to; the second time changes nothing. */
  public boolean stopBySecret(String secret) {
    return store.stoppedBy(new Secret(secret).hash()).filter(this::stop).isPresent();
  }

  /** Puts a letter into the outbox that shows how reminders come; false without an address. */
  public boolean sendTest(Journey journey, Words words, String clinic, URI address) {
    Optional<String> to = contacts.email(journey.id());
    if (to.isEmpty()) {
      return false;
    }
    Instant now = clock.instant();
    new Outbox(database)
        .add(
            new Letter(
                UUID.randomUUID(),
                to.get(),
                words.say("reminder.test.subject", clinic),
                words.say("reminder.test.text", clinic, address + "/reminders"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                now,
                now.plus(Duration.ofHours(1)),
                Optional.of(journey.id())));
    return true;
  }

  /**
   * Looks at the trials whose time has come and plans what is due within the hour; how many.
   *
   * @param address where links in messages begin
   */
  public int plan(Words words, String clinic, Supplier<URI> address) {
    Instant now = clock.instant();
    List<KeptReminder> due = store.toLook(now, AT_ONCE);
    if (!due.isEmpty()) {
      Wording wording = new Wording(words, clinic, address.get());
      store.plan(due.stream().map(kept -> planned(kept, wording, address.get(), now)).toList());
    }
    return due.size();
  }

  private SqlReminders.Planned planned(
      KeptReminder kept, Wording wording, URI address, Instant now) {
    List<PlannedMessage> messages = new ArrayList<>();
    journey(kept.journey())
        .ifPresent(
            journey -> {
              Wishes wishes = Wishes.of(kept);
              String stop = address + "/stop/" + stopSecret(journey.id()).text();
              List<Reminder> all = Outlook.at(journey, wishes, visits(journey), now);
              for (Recipients to : recipients(kept)) {
                Set<String> told = store.told(journey.id(), to.channel());
                all.stream()
                    .flatMap(reminder -> reminder.without(told).stream())
                    .map(
                        reminder ->
                            new PlannedMessage(
                                to.channel(),
                                reminder.occasions(),
                                to.recipients(),
                                wording.subject(reminder),
                                wording.text(reminder, wishes, journey.programme(), stop),
                                stop,
                                reminder.at().toInstant(),
                                reminder.until()))
                    .forEach(messages::add);
              }
            });
    return new SqlReminders.Planned(kept.journey(), messages, now, now.plus(LOOK_AGAIN));
  }

  private record Recipients(Channel channel, List<String> recipients) {}

  private List<Recipients> recipients(KeptReminder kept) {
    List<Recipients> all = new ArrayList<>();
    if (kept.channels().contains(Channel.MAIL)
        && consents.holds(kept.journey(), Consent.EMAIL_REMINDERS)) {
      contacts
          .email(kept.journey())
          .filter(Letter::isAddress)
          .ifPresent(email -> all.add(new Recipients(Channel.MAIL, List.of(email))));
    }
    return all;
  }

  private Optional<Journey> journey(UUID id) {
    try {
      return journeys.shared(id);
    } catch (ProgrammeNotHere e) {
      return Optional.empty();
    }
  }

  private List<Outlook.Appointment> visits(Journey journey) {
    return appointments.ofJourney(journey.id()).stream()
        .filter(visit -> !visit.cancelled())
        .map(visit -> new Outlook.Appointment(visit.id(), visit.start()))
        .toList();
  }

  /**
   * The secret that ends a person's reminders: made from their journey with this installation's
   * key, so that each letter has the same one and only its hash is kept.
   */
  private Secret stopSecret(UUID journey) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      byte[] made = mac.doFinal(("stop " + journey).getBytes(StandardCharsets.UTF_8));
      return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(made));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
    }
  }
}
