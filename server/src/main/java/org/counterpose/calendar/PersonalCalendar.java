package org.counterpose.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;

/**
 * A calendar to look at, which a person's own calendar fetches now and then (RFC 5545 and 7986). It
 * has no alarms: whether those of a fetched calendar ring is up to each program.
 */
public record PersonalCalendar(String name, List<Item> items) {

  private static final Duration FETCHED_EVERY = Duration.ofHours(6);

  /**
   * Something at a time.
   *
   * @param id stays when the rest changes
   * @param changed when it was last known to change
   * @param busy whether it takes up the time
   */
  public record Item(
      UUID id,
      String title,
      Optional<String> more,
      Optional<String> where,
      ZonedDateTime start,
      Instant end,
      Instant changed,
      boolean busy) {}

  public PersonalCalendar {
    items = List.copyOf(items);
  }

  /** The file. */
  public String write() {
    Map<ZoneId, Instant> zones = new LinkedHashMap<>();
    items.forEach(item -> zones.putIfAbsent(item.start().getZone(), item.start().toInstant()));
    return new CalendarFile(
            ImmutableMethod.PUBLISH,
            zones,
            items.stream().map(PersonalCalendar::event).toList(),
            about())
        .write();
  }

  private List<Property> about() {
    RefreshInterval refresh =
        new RefreshInterval(new ParameterList(List.of(Value.DURATION)), FETCHED_EVERY);
    return List.of(
        new Name(name),
        new XProperty("X-WR-CALNAME", name),
        refresh,
        new XProperty("X-PUBLISHED-TTL", FETCHED_EVERY.toString()));
  }

  private static VEvent event(Item item) {
    VEvent event = new VEvent(false);
    event.add(new Uid(item.id().toString()));
    event.add(new DtStamp(item.changed()));
    event.add(inZone(new DtStart<>(item.start().toLocalDateTime()), item));
    event.add(
        inZone(new DtEnd<>(item.end().atZone(item.start().getZone()).toLocalDateTime()), item));
    event.add(new Summary(item.title()));
    item.more().ifPresent(more -> event.add(new Description(more)));
    item.where().ifPresent(where -> event.add(new Location(where)));
    event.add(item.busy() ? ImmutableTransp.OPAQUE : ImmutableTransp.TRANSPARENT);
    return event;
  }

  private static Property inZone(Property time, Item item) {
    time.add(new TzId(item.start().getZone().getId()));
    return time;
  }
}
