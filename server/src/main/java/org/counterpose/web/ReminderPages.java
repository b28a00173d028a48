package org.counterpose.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.counterpose.journeys.Journey;
import org.counterpose.reminder.Kind;
import org.counterpose.reminder.Reminders;
import org.counterpose.reminder.Wishes;
import org.counterpose.store.Channel;
import org.counterpose.words.Words;
import org.jspecify.annotations.Nullable;

/** What a person wants to be reminded of, and how they end it. */
final class ReminderPages {

  private final Trials trials;
  private final Reminders reminders;
  private final Layout layout;
  private final Words words;
  private final String clinic;
  private final boolean mail;
  private final Supplier<URI> address;

  /**
   * @param mail whether letters can be sent at all
   * @param address where links in letters begin
   */
  ReminderPages(
      Trials trials, Reminders reminders, Layout layout, boolean mail, Supplier<URI> address) {
    this.trials = trials;
    this.reminders = reminders;
    this.layout = layout;
    this.words = layout.words();
    this.clinic = layout.clinicName();
    this.mail = mail;
    this.address = address;
  }

  void add(Routes routes) {
    routes.get("/reminders", trials.on(this::show));
    routes.post("/reminders", trials.on(this::keep));
    routes.post("/reminders/test", trials.on(this::test));
    routes.post("/reminders/stop", trials.on(this::stop));
    routes.get("/stop/{secret}", this::ask);
    routes.post("/stop/{secret}", this::stopBySecret);
  }

  private void show(Context context, Journey journey) {
    Wishes wishes = reminders.of(journey.id()).orElseGet(() -> offered(journey));
    String said = Optional.ofNullable(context.queryParam("said")).orElse("");
    Optional<String> told =
        switch (said) {
          case "kept" -> Optional.of(words.say("reminder.said.kept"));
          case "stopped" -> Optional.of(words.say("reminder.said.stopped"));
          case "test" -> Optional.of(words.say("reminder.said.test"));
          default -> Optional.empty();
        };
    show(context, journey, wishes, told, List.of());
  }

  private Wishes offered(Journey journey) {
    return Wishes.offered(journey.journal().routine(), trials.clock().instant());
  }

  private void show(
      Context context, Journey journey, Wishes wishes, Optional<String> told, List<String> faults) {
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
                wishes,
                reminders.of(journey.id()).filter(on -> !on.channels().isEmpty()).isPresent(),
                reminders.address(journey.id()),
                mail,
                told,
                faults,
                words)));
  }

  private void keep(Context context, Journey journey) {
    List<String> faults = new ArrayList<>();
    Optional<Wishes> wishes = wishes(context, journey, faults);
    if (wishes.isEmpty() || !faults.isEmpty()) {
      show(context, journey, offered(journey), Optional.empty(), faults);
      return;
    }
    reminders.keep(journey.id(), wishes.get());
    context.redirect("/reminders?said=kept", HttpStatus.SEE_OTHER);
  }

  private Optional<Wishes> wishes(Context context, Journey journey, List<String> faults) {
    Set<Kind> kinds =
        Arrays.stream(Kind.values())
            .filter(kind -> context.formParams("kind").contains(kind.name()))
            .collect(Collectors.toSet());
    Set<Channel> channels =
        context.formParams("channel").contains("MAIL") ? Set.of(Channel.MAIL) : Set.of();
    if (!channels.isEmpty() && reminders.address(journey.id()).isEmpty()) {
      faults.add(words.say("reminder.wrong.no-address"));
    }
    List<LocalTime> own = new ArrayList<>();
    List<String> given =
        context.formParams("stepTime").stream().filter(text -> !text.isBlank()).toList();
    if (given.size() > Wishes.MOST_STEP_TIMES) {
      faults.add(words.say("reminder.wrong.step-time"));
      return Optional.empty();
    }
    for (String text : given) {
      time(text).ifPresentOrElse(own::add, () -> faults.add(words.say("reminder.wrong.step-time")));
    }
    Optional<LocalTime> rating = time(context.formParam("ratingAt"));
    Optional<LocalTime> from = time(context.formParam("quietFrom"));
    Optional<LocalTime> to = time(context.formParam("quietTo"));
    if (rating.isEmpty()) {
      faults.add(words.say("reminder.wrong.rating-at"));
    }
    if (from.isEmpty() || to.isEmpty()) {
      faults.add(words.say("reminder.wrong.quiet"));
    }
    if (!faults.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Wishes(
            kinds,
            channels,
            own,
            rating.orElseThrow(),
            from.orElseThrow(),
            to.orElseThrow(),
            "yes".equals(context.formParam("stepNames")),
            trials.clock().instant()));
  }

  private static Optional<LocalTime> time(@Nullable String text) {
    try {
      return text == null || !text.matches("\\d\\d:\\d\\d")
          ? Optional.empty()
          : Optional.of(LocalTime.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private void test(Context context, Journey journey) {
    if (!mail || !reminders.sendTest(journey, words, clinic, address.get())) {
      layout.refuse(context, List.of(words.say("reminder.wrong.no-address")));
      return;
    }
    context.redirect("/reminders?said=test", HttpStatus.SEE_OTHER);
  }

  private void stop(Context context, Journey journey) {
    reminders.stop(journey.id());
    context.redirect("/reminders?said=stopped", HttpStatus.SEE_OTHER);
  }

  /** Asks before it ends anything: mail scanners open the links of letters. */
  private void ask(Context context) {
    stopPage(context, false);
  }

  /** Ends the reminders; whoever holds no such secret is told the same. */
  private void stopBySecret(Context context) {
    reminders.stopBySecret(context.pathParam("secret"));
    stopPage(context, true);
  }

  private void stopPage(Context context, boolean done) {
    layout.renderFullStop(
        context,
        "trial/stopReminders.jte",
        words.say("reminder.stop.title"),
        Map.of("action", context.path(), "done", done));
  }
}
