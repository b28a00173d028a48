package org.counterpose.web;

import io.javalin.http.Context;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.counterpose.reminder.Kind;
import org.counterpose.reminder.Wishes;
import org.counterpose.store.Channel;

/** What stands in the form of reminders: what is kept, or what was sent and not taken. */
record ReminderFields(
    Set<Kind> kinds,
    boolean byMail,
    List<String> stepTimes,
    String ratingAt,
    String quietFrom,
    String quietTo,
    boolean stepNames) {

  static ReminderFields of(Wishes wishes) {
    return new ReminderFields(
        wishes.kinds(),
        wishes.channels().contains(Channel.MAIL),
        wishes.stepTimes().stream().map(LocalTime::toString).toList(),
        wishes.ratingAt().toString(),
        wishes.quietFrom().toString(),
        wishes.quietTo().toString(),
        wishes.stepNames());
  }

  static ReminderFields sent(Context context) {
    return new ReminderFields(
        Arrays.stream(Kind.values())
            .filter(kind -> context.formParams("kind").contains(kind.name()))
            .collect(Collectors.toSet()),
        context.formParams("channel").contains(Channel.MAIL.name()),
        context.formParams("stepTime").stream()
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .toList(),
        field(context, "ratingAt"),
        field(context, "quietFrom"),
        field(context, "quietTo"),
        "yes".equals(context.formParam("stepNames")));
  }

  private static String field(Context context, String name) {
    return Optional.ofNullable(context.formParam(name)).orElse("").strip();
  }
}
