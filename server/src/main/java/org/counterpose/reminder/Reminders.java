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
import org.counterpose.store.KeptSubscription;
import org.counterpose.store.Letter;
import org.counterpose.store.PlannedMessage;
import org.counterpose.store.SecretFile;
import org.counterpose.store.SqlAppointments;
import org.counterpose.store.SqlPushSubscriptions;
import org.counterpose.store.SqlReminders;
import org.counterpose.words.Words;

/** What persons want to be reminded of, and the planning of it. */
public final class Reminders {

  public static final int MOST_DEVICES = 5;

  private static final int AT_ONCE = 100;

  /** From one look at a trial to the next: less than it looks ahead. */
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(45);

  /** Longer than a look takes. */
  private static final Duration LOOKS_FOR = Duration.ofMinutes(2);

  private final Database database;
  private final SqlReminders store;
  private final SqlAppointments appointments;
  private final Journeys journeys;
  private final Consents consents;
  private final Contacts contacts;
  private final SqlPushSubscriptions devices;
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
    this.devices = new SqlPushSubscriptions(database);
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
    keep(journey, wishes, Also.NOTHING);
  }

  private void keep(UUID journey, Wishes wishes, Also also) {
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
            now);
    store.keep(
        kept,
        stopSecret(journey).hash(),
        connection -> {
          for (Channel channel : Channel.values()) {
            agreed(journey, channel, wishes.channels().contains(channel), now).on(connection);
          }
          also.on(connection);
        });
  }

  private static Also agreed(UUID journey, Channel channel, boolean agreed, Instant now) {
    Consent kind =
        switch (channel) {
          case MAIL -> Consent.EMAIL_REMINDERS;
          case PUSH -> Consent.PUSH_REMINDERS;
        };
    return agreed ? Consents.giving(journey, kind, now) : Consents.withdrawing(journey, kind, now);
  }

  /** The devices that show a person's reminders. */
  public List<KeptSubscription> devices(UUID journey) {
    return devices.of(journey);
  }

  /**
   * Adds a device of a person's that shows reminders, and agrees to that. False where there are as
   * many as there may be.
   */
  public boolean add(Journey journey, KeptSubscription device) {
    List<KeptSubscription> there = devices.of(journey.id());
    if (there.size() >= MOST_DEVICES
        && there.stream().noneMatch(one -> one.endpoint().equals(device.endpoint()))) {
      return false;
    }
    Wishes wishes =
        of(journey.id())
            .orElseGet(() -> Wishes.offered(journey.journal().routine(), clock.instant()));
    keep(
        journey.id(),
        wishes.alsoBy(Channel.PUSH),
        connection -> SqlPushSubscriptions.add(connection, device));
    return true;
  }

  /** Removes a device; with the last one the agreement to such reminders ends. */
  public void removeDevice(UUID journey, String id) {
    Instant now = clock.instant();
    database.write(
        connection -> {
          SqlPushSubscriptions.remove(connection, journey, id);
          if (SqlPushSubscriptions.of(connection, journey).isEmpty()) {
            SqlReminders.without(connection, journey, Channel.PUSH);
            agreed(journey, Channel.PUSH, false, now).on(connection);
          }
          return Boolean.TRUE;
        });
  }

  /** Ends one channel of a person's reminders, and the agreement to it. */
  public void withdraw(UUID journey, Channel channel) {
    Instant now = clock.instant();
    database.write(
        connection -> {
          SqlReminders.without(connection, journey, channel);
          if (channel == Channel.PUSH) {
            SqlPushSubscriptions.removeAll(connection, journey);
          }
          agreed(journey, channel, false, now).on(connection);
          return Boolean.TRUE;
        });
  }

  /** Ends all reminders of a person. */
  public boolean stop(UUID journey) {
    Instant now = clock.instant();
    return store.stop(
        journey,
        connection -> {
          for (Channel channel : Channel.values()) {
            agreed(journey, channel, false, now).on(connection);
          }
        });
  }

  /** Whether a secret of a letter ends somebody's reminders, or has ended them. */
  public boolean knows(String secret) {
    return store.stoppedBy(new Secret(secret).hash()).isPresent();
  }

  /**
   * Ends the reminders that a letter's secret belongs to; the second time changes nothing. False
   * where it belongs to none.
   */
  public boolean stopBySecret(String secret) {
    Optional<UUID> whose = store.stoppedBy(new Secret(secret).hash());
    whose.ifPresent(this::stop);
    return whose.isPresent();
  }

  /**
   * Sends something at once, on every channel there is, that shows how reminders come; false where
   * there is none.
   *
   * @param mail whether letters can be sent at all
   */
  public boolean sendTest(Journey journey, Words words, String clinic, URI address, boolean mail) {
    Instant now = clock.instant();
    List<PlannedMessage> all = new ArrayList<>();
    Optional<String> to = contacts.email(journey.id()).filter(email -> mail);
    to.ifPresent(
        email ->
            all.add(
                test(
                    new Recipients(Channel.MAIL, List.of(email)),
                    words.say("reminder.test.subject", clinic),
                    words.say("reminder.test.text", clinic, address + "/reminders"),
                    now)));
    List<String> onDevices = ids(devices.of(journey.id()));
    if (!onDevices.isEmpty()) {
      all.add(
          test(
              new Recipients(Channel.PUSH, onDevices),
              words.say("reminder.test.subject", clinic),
              words.say("reminder.test.short", clinic),
              now));
    }
    all.forEach(test -> store.sendNow(journey.id(), test));
    return !all.isEmpty();
  }

  private static PlannedMessage test(Recipients to, String subject, String text, Instant now) {
    return new PlannedMessage(
        to.channel(),
        List.of("test"),
        to.recipients(),
        subject,
        text,
        Optional.empty(),
        now,
        now.plus(Duration.ofHours(1)));
  }

  private static List<String> ids(List<KeptSubscription> devices) {
    return devices.stream().map(device -> device.id().toString()).toList();
  }

  /**
   * Looks at the trials whose time has come and plans what is due within the hour; how many.
   *
   * @param address where links in messages begin
   */
  public int plan(Words words, String clinic, Supplier<URI> address) {
    Instant now = clock.instant();
    Instant until = now.plus(LOOKS_FOR);
    List<KeptReminder> due = store.claim(now, until, AT_ONCE);
    if (!due.isEmpty()) {
      Wording wording = new Wording(words, clinic, address.get());
      store.plan(
          due.stream().map(kept -> planned(kept, wording, address.get(), now, until)).toList());
    }
    return due.size();
  }

  private SqlReminders.Planned planned(
      KeptReminder kept, Wording wording, URI address, Instant now, Instant until) {
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
                                to.channel() == Channel.MAIL
                                    ? wording.text(reminder, wishes, journey.programme(), stop)
                                    : wording.inShort(reminder, wishes, journey.programme()),
                                Optional.of(stop),
                                reminder.at().toInstant(),
                                reminder.until()))
                    .forEach(messages::add);
              }
            });
    return new SqlReminders.Planned(kept.journey(), messages, now, until, now.plus(LOOK_AGAIN));
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
    if (kept.channels().contains(Channel.PUSH)
        && consents.holds(kept.journey(), Consent.PUSH_REMINDERS)) {
      List<String> onDevices = ids(devices.of(kept.journey()));
      if (!onDevices.isEmpty()) {
        all.add(new Recipients(Channel.PUSH, onDevices));
      }
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
