package org.counterpose.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.counterpose.journeys.Journey;
import org.counterpose.people.Device;
import org.counterpose.practice.Practice;
import org.counterpose.push.Push;
import org.counterpose.push.Subscription;
import org.counterpose.reminder.Reminders;
import org.counterpose.reminder.Wishes;
import org.counterpose.store.Channel;
import org.counterpose.store.KeptSubscription;
import org.counterpose.words.Words;

/** What a person wants to be reminded of, and by what. */
final class ReminderPages {

  private final Trials trials;
  private final Reminders reminders;
  private final Layout layout;
  private final Words words;
  private final String clinic;
  private final boolean mail;
  private final Push push;
  private final Feeds feeds;
  private final Supplier<URI> address;

  ReminderPages(Practice practice, Trials trials, Feeds feeds, Layout layout) {
    this.trials = trials;
    this.reminders = practice.reminders();
    this.layout = layout;
    this.words = layout.words();
    this.clinic = layout.clinicName();
    this.mail = practice.mail().isPresent();
    this.push = practice.push();
    this.feeds = feeds;
    this.address = practice.people().address();
  }

  void add(Routes routes) {
    routes.get("/reminders", trials.on(this::show));
    routes.post("/reminders", trials.on(this::keep));
    routes.post("/reminders/test", trials.on(this::test));
    routes.post("/reminders/stop", trials.on(this::stop));
    routes.post("/reminders/devices", trials.on(this::addDevice));
    routes.post("/reminders/devices/remove", trials.on(this::removeDevice));
    routes.post("/reminders/feed", trials.on(this::makeFeed));
    routes.post("/reminders/feed/end", trials.on(this::endFeed));
  }

  private void show(Context context, Journey journey) {
    String said = Optional.ofNullable(context.queryParam("said")).orElse("");
    Optional<String> told =
        switch (said) {
          case "kept" -> Optional.of(words.say(kept(journey)));
          case "stopped" -> Optional.of(words.say("reminder.said.stopped"));
          case "test" -> Optional.of(words.say("reminder.said.test"));
          case "device" -> Optional.of(words.say("reminder.said.device"));
          case "removed" -> Optional.of(words.say("reminder.said.removed"));
          case "feed-ended" -> Optional.of(words.say("reminder.said.feed-ended"));
          default -> Optional.empty();
        };
    show(context, journey, told, List.of(), Optional.empty());
  }

  /** The key of what is said once it is kept: where nothing would reach them, what to do first. */
  private String kept(Journey journey) {
    if (reaches(journey)) {
      return "reminder.said.kept";
    }
    if (!mail) {
      return "reminder.said.kept-no-mail";
    }
    return reminders.address(journey.id()).isPresent()
        ? "reminder.said.kept-nowhere"
        : "reminder.said.kept-no-address";
  }

  /** Whether anything could be sent to them at all. */
  private boolean reaches(Journey journey) {
    Set<Channel> channels = wishes(journey).channels();
    return channels.contains(Channel.PUSH) || mail && channels.contains(Channel.MAIL);
  }

  private Wishes wishes(Journey journey) {
    return reminders.of(journey.id()).orElseGet(() -> offered(journey));
  }

  private Wishes offered(Journey journey) {
    return Wishes.offered(journey.journal().routine(), trials.clock().instant());
  }

  /**
   * @param feed the address of the calendar, where it was just made; it cannot be shown again
   */
  private void show(
      Context context,
      Journey journey,
      Optional<String> told,
      List<String> faults,
      Optional<URI> feed) {
    show(context, journey, told, faults, feed, ReminderFields.of(wishes(journey)));
  }

  private void show(
      Context context,
      Journey journey,
      Optional<String> told,
      List<String> faults,
      Optional<URI> feed,
      ReminderFields fields) {
    if (!faults.isEmpty()) {
      context.status(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    layout.render(
        context,
        "trial/reminders.jte",
        words.say("reminder.title"),
        Map.of(
            "reminders",
            new RemindersPage(
                wishes(journey),
                fields,
                reminders.address(journey.id()),
                mail,
                reminders.devices(journey.id()),
                push.key().shown(),
                new RemindersPage.Feed(feeds.has(journey.id()), feed),
                told,
                faults,
                words)));
  }

  private void keep(Context context, Journey journey) {
    List<String> faults = new ArrayList<>();
    ReminderFields sent = ReminderFields.sent(context);
    Optional<Wishes> wishes = new ReminderForm(sent, words).read(reach(journey), faults);
    if (wishes.isEmpty()) {
      show(context, journey, Optional.empty(), faults, Optional.empty(), sent);
      return;
    }
    reminders.keep(journey.id(), wishes.get());
    context.redirect("/reminders?said=kept", HttpStatus.SEE_OTHER);
  }

  private ReminderForm.Reach reach(Journey journey) {
    return new ReminderForm.Reach(
        reminders.address(journey.id()).isPresent(),
        !reminders.devices(journey.id()).isEmpty(),
        trials.clock().instant());
  }

  private void test(Context context, Journey journey) {
    if (!reminders.sendTest(journey, words, clinic, address.get(), mail)) {
      layout.refuse(context, List.of(words.say("reminder.wrong.nowhere")));
      return;
    }
    context.redirect("/reminders?said=test", HttpStatus.SEE_OTHER);
  }

  private void stop(Context context, Journey journey) {
    reminders.stop(journey.id());
    context.redirect("/reminders?said=stopped", HttpStatus.SEE_OTHER);
  }

  /** Adds the device that asks; it may say anything, so it is looked at where it leads. */
  private void addDevice(Context context, Journey journey) {
    Optional<Subscription> told =
        Subscription.read(
                PasskeyForm.field(context, "endpoint"),
                PasskeyForm.field(context, "p256dh"),
                PasskeyForm.field(context, "auth"))
            .filter(push.reach()::allows);
    if (told.isEmpty()) {
      refuse(context, journey, words.say("reminder.wrong.device"));
      return;
    }
    KeptSubscription device =
        told.get()
            .kept(
                UUID.randomUUID(),
                journey.id(),
                Device.of(context.userAgent()).name(),
                trials.clock().instant());
    if (!reminders.add(journey, device)) {
      refuse(context, journey, words.say("reminder.wrong.many-devices", Reminders.MOST_DEVICES));
      return;
    }
    context.redirect("/reminders?said=device", HttpStatus.SEE_OTHER);
  }

  private void refuse(Context context, Journey journey, String fault) {
    show(context, journey, Optional.empty(), List.of(fault), Optional.empty());
  }

  private void removeDevice(Context context, Journey journey) {
    reminders.removeDevice(journey.id(), PasskeyForm.field(context, "device"));
    context.redirect("/reminders?said=removed", HttpStatus.SEE_OTHER);
  }

  private void makeFeed(Context context, Journey journey) {
    URI made = URI.create(address.get() + SecretLinks.feed(feeds.make(journey.id())));
    show(
        context,
        journey,
        Optional.of(words.say("reminder.said.feed")),
        List.of(),
        Optional.of(made));
  }

  private void endFeed(Context context, Journey journey) {
    feeds.end(journey.id());
    context.redirect("/reminders?said=feed-ended", HttpStatus.SEE_OTHER);
  }
}
