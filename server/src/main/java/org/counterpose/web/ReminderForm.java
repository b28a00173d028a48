package org.counterpose.web;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.counterpose.reminder.Kind;
import org.counterpose.reminder.Wishes;
import org.counterpose.store.Channel;
import org.counterpose.words.Words;
import org.jspecify.annotations.Nullable;

/** The form in which a person says what they want to be reminded of. */
record ReminderForm(Context context, Words words) {

  /**
   * By what somebody can be reached.
   *
   * @param address whether they have a confirmed one
   * @param devices whether any shows notifications
   */
  record Reach(boolean address, boolean devices, Instant now) {}

  /** What was sent; empty where something is wrong, and then every fault is noted. */
  Optional<Wishes> read(Reach reach, List<String> faults) {
    Set<Channel> channels = channels(reach, faults);
    List<LocalTime> own = stepTimes(faults);
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
    Wishes wishes =
        new Wishes(
            kinds(),
            channels,
            own,
            rating.orElseThrow(),
            from.orElseThrow(),
            to.orElseThrow(),
            "yes".equals(context.formParam("stepNames")),
            reach.now());
    wishes
        .silenced()
        .forEach(time -> faults.add(words.say("reminder.wrong.silenced", time.toString())));
    return Optional.of(wishes).filter(good -> faults.isEmpty());
  }

  private Set<Kind> kinds() {
    return Arrays.stream(Kind.values())
        .filter(kind -> context.formParams("kind").contains(kind.name()))
        .collect(Collectors.toSet());
  }

  private Set<Channel> channels(Reach reach, List<String> faults) {
    Set<Channel> channels = EnumSet.noneOf(Channel.class);
    if (context.formParams("channel").contains(Channel.MAIL.name())) {
      channels.add(Channel.MAIL);
      if (!reach.address()) {
        faults.add(words.say("reminder.wrong.no-address"));
      }
    }
    if (reach.devices()) {
      channels.add(Channel.PUSH); // it ends with the devices
    }
    return channels;
  }

  private List<LocalTime> stepTimes(List<String> faults) {
    List<String> given =
        context.formParams("stepTime").stream().filter(text -> !text.isBlank()).toList();
    List<LocalTime> times = new ArrayList<>();
    given.forEach(text -> time(text).ifPresent(times::add));
    if (times.size() < given.size() || times.size() > Wishes.MOST_STEP_TIMES) {
      faults.add(words.say("reminder.wrong.step-time"));
    }
    return times;
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
}
