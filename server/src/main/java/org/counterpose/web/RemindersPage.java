package org.counterpose.web;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.counterpose.people.Secret;
import org.counterpose.reminder.Kind;
import org.counterpose.reminder.Wishes;
import org.counterpose.store.KeptSubscription;
import org.counterpose.words.Words;

/**
 * The page on which a person says what they want to be reminded of.
 *
 * @param wishes those that are kept, and {@code fields} what stands in the form
 * @param address the confirmed one that letters go to
 * @param mail whether the clinic can send letters
 * @param devices that show notifications
 * @param pushKey what a browser is given to add itself
 */
public record RemindersPage(
    Wishes wishes,
    ReminderFields fields,
    Optional<String> address,
    boolean mail,
    List<KeptSubscription> devices,
    String pushKey,
    Feed feed,
    Optional<String> told,
    List<String> faults,
    Words words) {

  /**
   * The person's calendar.
   *
   * @param on whether there is one
   * @param made its address, where it was just made
   */
  public record Feed(boolean on, Optional<URI> made) {}

  /** Whether reminders come now. */
  public boolean on() {
    return !wishes.channels().isEmpty();
  }

  /** Whether a test has somewhere to go. */
  public boolean reaches() {
    return (mail && address.isPresent()) || !devices.isEmpty();
  }

  /** By which a browser knows itself among the devices: hashes of where messages for them go. */
  public String marks() {
    return devices.stream()
        .map(device -> new Secret(device.endpoint()).hash())
        .collect(Collectors.joining(" "));
  }

  public List<Kind> kinds() {
    return List.of(Kind.values());
  }

  public String named(Kind kind) {
    return words.say("reminder.kind." + kind.name());
  }

  public boolean wants(Kind kind) {
    return fields.kinds().contains(kind);
  }

  public boolean byMail() {
    return fields.byMail();
  }

  /** Own times for steps, and empty fields for as many as there may be. */
  public List<String> stepTimes() {
    return IntStream.range(0, Math.max(Wishes.MOST_STEP_TIMES, fields.stepTimes().size()))
        .mapToObj(i -> i < fields.stepTimes().size() ? fields.stepTimes().get(i) : "")
        .toList();
  }

  public boolean stepNames() {
    return fields.stepNames();
  }

  public String ratingAt() {
    return fields.ratingAt();
  }

  public String quietFrom() {
    return fields.quietFrom();
  }

  public String quietTo() {
    return fields.quietTo();
  }
}
