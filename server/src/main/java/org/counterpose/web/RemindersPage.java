package org.counterpose.web;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.counterpose.reminder.Kind;
import org.counterpose.reminder.Wishes;
import org.counterpose.store.Channel;
import org.counterpose.words.Words;

/**
 * The page on which a person says what they want to be reminded of.
 *
 * @param on whether reminders come now
 * @param address the confirmed one that letters go to
 * @param mail whether the clinic can send letters
 */
public record RemindersPage(
    Wishes wishes,
    boolean on,
    Optional<String> address,
    boolean mail,
    Optional<String> told,
    List<String> faults,
    Words words) {

  public List<Kind> kinds() {
    return List.of(Kind.values());
  }

  public String named(Kind kind) {
    return words.say("reminder.kind." + kind.name());
  }

  public boolean wants(Kind kind) {
    return wishes.kinds().contains(kind);
  }

  public boolean byMail() {
    return wishes.channels().contains(Channel.MAIL);
  }

  /** Own times for steps, and empty fields for as many as there may be. */
  public List<String> stepTimes() {
    return IntStream.range(0, Wishes.MOST_STEP_TIMES)
        .mapToObj(i -> i < wishes.stepTimes().size() ? wishes.stepTimes().get(i).toString() : "")
        .toList();
  }

  public String time(LocalTime time) {
    return time.toString();
  }
}
