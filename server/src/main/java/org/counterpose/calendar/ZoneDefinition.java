package org.counterpose.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;

/**
 * A time zone written out for calendars, from the very rules that the appointment was made with: a
 * table of someone else's would be another opinion. Where the zone has rules for every year they
 * are written as such; elsewhere the changes around the appointment are written one by one.
 */
final class ZoneDefinition {

  private static final int YEARS_PROVED = 30;

  private ZoneDefinition() {}

  static VTimeZone of(ZoneId zone, Instant near) {
    VTimeZone definition = new VTimeZone();
    definition.add(new TzId(zone.getId()));
    observances(zone.getRules(), near).forEach(definition::add);
    return definition;
  }

  private static List<Observance> observances(ZoneRules rules, Instant near) {
    List<ZoneOffsetTransition> past = rules.getTransitions();
    boolean afterThePast = past.isEmpty() || past.getLast().getInstant().isBefore(near);
    if (rules.getTransitionRules().isEmpty() && afterThePast) {
      return List.of(fixed(rules.getOffset(near)));
    }
    int firstYear = past.isEmpty() ? 1970 : past.getLast().getDateTimeBefore().getYear() + 1;
    List<Observance> yearly = new ArrayList<>();
    for (ZoneOffsetTransitionRule rule : rules.getTransitionRules()) {
      everyYear(rules, rule, firstYear).ifPresent(yearly::add);
    }
    boolean allYearly = yearly.size() == rules.getTransitionRules().size();
    boolean inTheRulesTime =
        near.isAfter(LocalDateTime.of(firstYear + 1, 1, 1, 0, 0).toInstant(ZoneOffset.UTC));
    return allYearly && inTheRulesTime ? yearly : around(rules, near);
  }

  private static Observance fixed(ZoneOffset offset) {
    return observance(false, LocalDateTime.of(1970, 1, 1, 0, 0), offset, offset, Optional.empty());
  }

  /** The change of every year as a rule; empty where no simple rule gives the same dates. */
  private static Optional<Observance> everyYear(
      ZoneRules rules, ZoneOffsetTransitionRule rule, int firstYear) {
    Optional<String> day = day(rule);
    boolean simple =
        day.isPresent()
            && IntStream.range(firstYear, firstYear + YEARS_PROVED)
                .allMatch(year -> isOnItsDay(rule, year));
    if (!simple) {
      return Optional.empty();
    }
    ZoneOffsetTransition first = rule.createTransition(firstYear);
    String recurrence =
        "FREQ=YEARLY;BYMONTH=" + rule.getMonth().getValue() + ";" + day.orElseThrow();
    return Optional.of(
        observance(
            rules.isDaylightSavings(first.getInstant()),
            first.getDateTimeBefore(),
            rule.getOffsetBefore(),
            rule.getOffsetAfter(),
            Optional.of(recurrence)));
  }

  private static Optional<String> day(ZoneOffsetTransitionRule rule) {
    DayOfWeek weekday = rule.getDayOfWeek();
    int day = rule.getDayOfMonthIndicator();
    if (weekday == null) {
      return Optional.of("BYMONTHDAY=" + day);
    }
    String name = weekday.name().substring(0, 2);
    if (day == -1 || day + 6 == rule.getMonth().maxLength()) {
      return Optional.of("BYDAY=-1" + name);
    }
    if (day < 1 || day + 6 > rule.getMonth().minLength()) {
      return Optional.empty();
    }
    if (day % 7 == 1) {
      return Optional.of("BYDAY=" + (day / 7 + 1) + name);
    }
    return Optional.of(
        IntStream.range(day, day + 7)
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(",", "BYMONTHDAY=", ";BYDAY=" + name)));
  }

  /** A rule given in another clock's time may fall on the day before or after on the wall. */
  private static boolean isOnItsDay(ZoneOffsetTransitionRule rule, int year) {
    LocalDateTime wall = rule.createTransition(year).getDateTimeBefore();
    DayOfWeek weekday = rule.getDayOfWeek();
    int day = rule.getDayOfMonthIndicator();
    boolean week =
        day == -1
            ? wall.getDayOfMonth() > wall.toLocalDate().lengthOfMonth() - 7
            : wall.getDayOfMonth() >= day && wall.getDayOfMonth() < day + 7;
    return wall.getMonth() == rule.getMonth()
        && week
        && (weekday == null ? wall.getDayOfMonth() == day : wall.getDayOfWeek() == weekday);
  }

  /** The changes in force from before the appointment until well after it. */
  private static List<Observance> around(ZoneRules rules, Instant near) {
    List<Observance> changes = new ArrayList<>();
    ZoneOffsetTransition change = rules.previousTransition(near);
    if (change != null) {
      changes.add(fixed(change.getOffsetBefore()));
    }
    for (int i = 0; i < 6 && change != null; i++) {
      changes.add(
          observance(
              rules.isDaylightSavings(change.getInstant()),
              change.getDateTimeBefore(),
              change.getOffsetBefore(),
              change.getOffsetAfter(),
              Optional.empty()));
      change = rules.nextTransition(change.getInstant());
    }
    return changes.isEmpty() ? List.of(fixed(rules.getOffset(near))) : changes;
  }

  private static Observance observance(
      boolean daylight,
      LocalDateTime from,
      ZoneOffset before,
      ZoneOffset after,
      Optional<String> recurrence) {
    Observance observance = daylight ? new Daylight() : new Standard();
    observance.add(new DtStart<>(from));
    observance.add(new TzOffsetFrom(before));
    observance.add(new TzOffsetTo(after));
    recurrence.ifPresent(rule -> observance.add(new RRule<LocalDateTime>(rule)));
    return observance;
  }
}
