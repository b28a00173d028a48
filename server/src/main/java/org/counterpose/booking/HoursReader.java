package org.counterpose.booking;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.counterpose.document.Fields;
import org.counterpose.document.Node;

/** Reads the hours of a week, and the days on which others hold. */
final class HoursReader {

  private static final Pattern HOURS =
      Pattern.compile("([01]\\d|2[0-4]):([0-5]\\d)-([01]\\d|2[0-4]):([0-5]\\d)");

  private HoursReader() {}

  static Optional<WeeklyHours> weekly(Fields fields, String name) {
    return fields
        .object(name)
        .map(
            week -> {
              Map<DayOfWeek, List<OpenHours>> byDay = new EnumMap<>(DayOfWeek.class);
              for (DayOfWeek day : DayOfWeek.values()) {
                String dayName = Fields.dashed(day);
                List<OpenHours> hours = week.listIfAny(dayName, node -> range(week, node));
                apart(week, dayName, hours);
                byDay.put(day, hours);
              }
              week.noMore();
              return new WeeklyHours(byDay);
            });
  }

  /**
   * @param practitioners and {@code places}: the ids that can be named
   */
  static Optional<SpecialDays> special(
      ClinicTextReader said, Fields fields, List<String> practitioners, List<String> places) {
    Optional<LocalDate> from = date(fields, "from", fields.text("from"));
    Optional<LocalDate> to =
        fields.any("to").isPresent() ? date(fields, "to", fields.textIfAny("to")) : from;
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      fields.wrong("to", "must not be before 'from', got " + to.get() + " after " + from.get());
    }
    Optional<String> practitioner =
        fields
            .any("practitioner")
            .flatMap(node -> SettingValues.known(fields, node, practitioners, "a practitioner"));
    Optional<String> place =
        fields.any("place").flatMap(node -> SettingValues.known(fields, node, places, "a place"));
    List<OpenHours> hours = fields.list("hours", node -> range(fields, node));
    apart(fields, "hours", hours);
    Optional<ClinicText> why = said.ifAny(fields, "why");
    fields.noMore();
    return from.isEmpty() || to.isEmpty()
        ? Optional.empty()
        : Optional.of(new SpecialDays(from.get(), to.get(), practitioner, place, hours, why));
  }

  private static Optional<LocalDate> date(Fields fields, String name, Optional<String> text) {
    return text.flatMap(
        written -> {
          try {
            return Optional.of(LocalDate.parse(written));
          } catch (DateTimeException e) {
            fields.wrong(name, "must be a date such as \"2026-12-25\", got '" + written + "'");
            return Optional.empty();
          }
        });
  }

  private static Optional<OpenHours> range(Fields fields, Node node) {
    Optional<String> text = fields.asText(node);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Matcher matcher = HOURS.matcher(text.get());
    if (!matcher.matches()) {
      return wrong(fields, node, "must be hours such as \"09:00-12:30\"");
    }
    int from = minute(matcher.group(1), matcher.group(2));
    int to = minute(matcher.group(3), matcher.group(4));
    if (from >= to || to > 24 * 60) {
      return wrong(fields, node, "must run forward within one day (to 24:00 at most)");
    }
    if (from % 5 != 0 || to % 5 != 0) {
      return wrong(fields, node, "must begin and end on a multiple of 5 minutes");
    }
    return Optional.of(new OpenHours(from, to));
  }

  private static Optional<OpenHours> wrong(Fields fields, Node node, String what) {
    fields.problems().add(node, what + ", got '" + fields.asText(node).orElseThrow() + "'");
    return Optional.empty();
  }

  private static int minute(String hours, String minutes) {
    return Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
  }

  /** Hours that overlap were meant otherwise. */
  private static void apart(Fields fields, String name, List<OpenHours> hours) {
    for (int one = 0; one < hours.size(); one++) {
      for (int other = 0; other < one; other++) {
        if (hours.get(one).fromMinute() < hours.get(other).toMinute()
            && hours.get(other).fromMinute() < hours.get(one).toMinute()) {
          fields.wrong(name, hours.get(other) + " and " + hours.get(one) + " overlap");
        }
      }
    }
  }
}
