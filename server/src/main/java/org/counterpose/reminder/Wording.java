package org.counterpose.reminder;

import java.net.URI;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.counterpose.programme.Programme;
import org.counterpose.reminder.Reminder.Part;
import org.counterpose.reminder.Reminder.What;
import org.counterpose.words.Words;

/**
 * A reminder in words that vary. They hold no health data beyond that there is a trial with the
 * clinic; the steps' names only where the person wants that.
 */
final class Wording {

  private static final int VARIANTS = 4;

  private final Words words;
  private final String clinic;
  private final URI address;

  /**
   * @param address where links begin
   */
  Wording(Words words, String clinic, URI address) {
    this.words = words;
    this.clinic = clinic;
    this.address = address;
  }

  String subject(Reminder reminder) {
    if (reminder.whats().contains(What.APPOINTMENT)) {
      return words.say("reminder.subject.appointment", clinic);
    }
    return words.say("reminder.subject." + variant(reminder.at()), clinic);
  }

  String text(Reminder reminder, Wishes wishes, Programme programme, String stop) {
    List<String> lines = new ArrayList<>();
    lines.add(words.say("reminder.hello." + variant(reminder.at())));
    lines.add("");
    lines.addAll(told(reminder, wishes, programme));
    lines.add("");
    lines.add(words.say("reminder.open", address + "/today"));
    lines.add("");
    lines.add(words.say("reminder.foot", clinic));
    lines.add(words.say("reminder.foot.times", address + "/reminders"));
    lines.add(words.say("reminder.foot.stop", stop));
    return String.join("\n", lines) + "\n";
  }

  /** The same for the small window of a notification, without links. */
  String inShort(Reminder reminder, Wishes wishes, Programme programme) {
    return String.join("\n", told(reminder, wishes, programme));
  }

  private List<String> told(Reminder reminder, Wishes wishes, Programme programme) {
    List<String> lines = new ArrayList<>();
    for (What what : reminder.whats()) {
      List<Part> parts = reminder.parts().stream().filter(p -> p.what() == what).toList();
      switch (what) {
        case STEPS -> {
          lines.add(words.say("reminder.steps." + variant(reminder.at())));
          if (wishes.stepNames()) {
            names(parts, programme).forEach(name -> lines.add("- " + name));
          }
        }
        case RATING -> lines.add(words.say("reminder.rating." + variant(reminder.at())));
        case WEEKLY_CHECK -> lines.add(words.say("reminder.weekly"));
        case VERDICT -> lines.add(words.say("reminder.verdict"));
        case LAST -> lines.add(words.say("reminder.last"));
        case APPOINTMENT ->
            parts.stream()
                .flatMap(part -> part.visit().stream())
                .distinct()
                .forEach(start -> lines.add(words.say("reminder.appointment", clinic, at(start))));
      }
    }
    return lines;
  }

  private Set<String> names(List<Part> parts, Programme programme) {
    return parts.stream()
        .flatMap(part -> part.steps().stream())
        .distinct()
        .map(id -> programme.textIfAny("steps." + id + ".title").orElse(id))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private String at(ZonedDateTime start) {
    return words.dates("letter.date").format(start)
        + ", "
        + words.dates("book.clock").format(start)
        + " ("
        + start.getZone()
        + ")";
  }

  /** One of a handful, another in the next hour and at the same time of the next day. */
  private static long variant(ZonedDateTime at) {
    return Math.floorMod(at.toLocalDate().toEpochDay() + at.getHour(), VARIANTS) + 1;
  }
}
