package org.counterpose.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.counterpose.reminder.Wishes;
import org.counterpose.store.Channel;
import org.counterpose.words.Words;

/** The form in which a person says what they want to be reminded of. */
record ReminderForm(ReminderFields sent, Words words) {

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
    Optional<LocalTime> rating = time(sent.ratingAt());
    Optional<LocalTime> from = time(sent.quietFrom());
    Optional<LocalTime> to = time(sent.quietTo());
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
            sent.kinds(),
            channels,
            own,
            rating.orElseThrow(),
            from.orElseThrow(),
            to.orElseThrow(),
            sent.stepNames(),
            reach.now());
    wishes
        .silenced()
        .forEach(time -> faults.add(words.say("reminder.wrong.silenced", time.toString())));
    return Optional.of(wishes).filter(good -> faults.isEmpty());
  }

  private Set<Channel> channels(Reach reach, List<String> faults) {
    Set<Channel> channels = EnumSet.noneOf(Channel.class);
    if (sent.byMail()) {
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
    List<String> given = sent.stepTimes();
    List<LocalTime> times = new ArrayList<>();
    given.forEach(text -> time(text).ifPresent(times::add));
    if (times.size() < given.size() || times.size() > Wishes.MOST_STEP_TIMES) {
      faults.add(words.say("reminder.wrong.step-time"));
    }
    return times;
  }

  private static Optional<LocalTime> time(String text) {
    try {
      return text.matches("\\d\\d:\\d\\d") ? Optional.of(LocalTime.parse(text)) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
