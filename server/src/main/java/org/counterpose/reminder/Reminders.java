package org.counterpose.reminder;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.counterpose.journeys.Journey;
import org.counterpose.people.Consent;
import org.counterpose.people.Consents;
import org.counterpose.people.Contacts;
import org.counterpose.people.Secret;
import org.counterpose.store.Also;
import org.counterpose.store.Channel;
import org.counterpose.store.Database;
import org.counterpose.store.KeptReminder;
import org.counterpose.store.KeptSubscription;
import org.counterpose.store.PlannedMessage;
import org.counterpose.store.SqlPlanning;
import org.counterpose.store.SqlPushSubscriptions;
import org.counterpose.store.SqlReminders;
import org.counterpose.words.Words;

/** What persons want to be reminded of, and by what. */
public final class Reminders {

  public static final int MOST_DEVICES = 5;

  private final Database database;
  private final SqlReminders store;
  private final SqlPlanning planning;
  private final Contacts contacts;
  private final SqlPushSubscriptions devices;
  private final InstantSource clock;
  private final StopLinks stopLinks;

  /**
   * @param random of cryptographic strength
   */
  public Reminders(Database database, InstantSource clock, RandomGenerator random) {
    this.database = database;
    this.store = new SqlReminders(database);
    this.planning = new SqlPlanning(database);
    this.contacts = new Contacts(database);
    this.devices = new SqlPushSubscriptions(database);
    this.clock = clock;
    this.stopLinks = new StopLinks(database, random);
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
        stopLinks.of(journey).hash(),
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
    List<PlannedMessage> all = new ArrayList<>();
    contacts
        .email(journey.id())
        .filter(email -> mail)
        .ifPresent(
            email ->
                all.add(
                    test(
                        Channel.MAIL,
                        List.of(email),
                        words.say("reminder.test.subject", clinic),
                        words.say("reminder.test.text", clinic, address + "/reminders"))));
    List<String> onDevices =
        devices.of(journey.id()).stream().map(device -> device.id().toString()).toList();
    if (!onDevices.isEmpty()) {
      all.add(
          test(
              Channel.PUSH,
              onDevices,
              words.say("reminder.test.subject", clinic),
              words.say("reminder.test.short", clinic)));
    }
    all.forEach(test -> planning.sendNow(journey.id(), test));
    return !all.isEmpty();
  }

  private PlannedMessage test(Channel channel, List<String> to, String subject, String text) {
    Instant now = clock.instant();
    return new PlannedMessage(
        channel,
        List.of("test"),
        to,
        subject,
        text,
        Optional.empty(),
        PlannedMessage.Window.of(now, now.plus(Duration.ofHours(1))));
  }
}
