package org.counterpose.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Optional;
import org.counterpose.booking.Clinic;
import org.counterpose.booking.FreeTimes;
import org.counterpose.words.Words;

/**
 * A visit as a person reads it: what, with whom, when, in the clinic's time.
 *
 * @param placeId where it is, once that is settled
 * @param own the person's own clock, where they told it
 */
public record Visit(
    Clinic clinic,
    String serviceId,
    String practitionerId,
    Optional<String> placeId,
    Instant startAt,
    Instant endAt,
    Optional<ZoneId> own,
    Words words) {

  public String service() {
    return clinic.serviceTitle(serviceId, words.language());
  }

  public String practitioner() {
    return clinic
        .practitionerTitle(practitionerId, words.language())
        .orElseGet(
            () -> practitionerId.equals(Clinic.ANYONE) ? words.say("book.anyone") : practitionerId);
  }

  /** Where it is, or would be by the hours of whom it is with. */
  private Clinic.Place at() {
    return placeId
        .flatMap(clinic::place)
        .or(
            () ->
                clinic
                    .practitioner(practitionerId)
                    .flatMap(
                        whose ->
                            clinic
                                .service(serviceId)
                                .map(
                                    service ->
                                        new FreeTimes(clinic).placeAt(whose, service, startAt))))
        .orElseGet(() -> clinic.places().getFirst());
  }

  /** The clinic and its place, as a person finds it. */
  public String place() {
    Clinic.Place at = at();
    String address = at.address().map(text -> ", " + text).orElse("");
    String title = at.title().to(words.language());
    return title.equals(clinic.name()) ? title + address : clinic.name() + ", " + title + address;
  }

  public String zoneId() {
    return at().zone().getId();
  }

  /** Its date where it is. */
  LocalDate day() {
    return local(startAt).toLocalDate();
  }

  /** Such as Tuesday 24 November. */
  public String date() {
    return local(startAt).format(format("book.date"));
  }

  public String from() {
    return local(startAt).format(format("book.clock"));
  }

  /** Another moment on the same clock. */
  String clock(Instant instant) {
    return local(instant).format(format("book.clock"));
  }

  public String to() {
    return local(endAt).format(format("book.clock"));
  }

  /** The instant, for the page's script and for {@code <time>}. */
  public String instant() {
    return startAt.toString();
  }

  public String zone() {
    return zone(at().zone(), words);
  }

  /** The zone as clocks show it beside a time, such as EST. */
  String shortZone() {
    return local(startAt).format(DateTimeFormatter.ofPattern("z", words.locale()));
  }

  /** When it is on the person's own clock, where that one shows another time. */
  public Optional<String> onOwnClock() {
    return onClock(own, "letter.own");
  }

  /** The same for a clock and in words of one's own. */
  Optional<String> onClock(Optional<ZoneId> other, String key) {
    return other
        .filter(
            zone ->
                !startAt.atZone(zone).toLocalDateTime().equals(local(startAt).toLocalDateTime()))
        .map(
            zone ->
                words.say(
                    key,
                    startAt.atZone(zone).format(format("letter.date-clock")),
                    zone.getDisplayName(TextStyle.FULL, words.locale())));
  }

  /** A time zone as people call it, with its city where it is named after one. */
  static String zone(ZoneId zone, Words words) {
    String name = zone.getDisplayName(TextStyle.FULL, words.locale());
    String id = zone.getId();
    return id.contains("/") ? words.say("book.zone", name, ZoneName.city(id, words)) : name;
  }

  /** The same for who does not read it on a clock of their own. */
  Visit onTheWall() {
    return new Visit(
        clinic, serviceId, practitionerId, placeId, startAt, endAt, Optional.empty(), words);
  }

  /** The same for who reads it on this clock, where they told no other. */
  Visit on(ZoneId theirs) {
    return new Visit(
        clinic,
        serviceId,
        practitionerId,
        placeId,
        startAt,
        endAt,
        Optional.of(own.orElse(theirs)),
        words);
  }

  private ZonedDateTime local(Instant instant) {
    return instant.atZone(at().zone());
  }

  private DateTimeFormatter format(String key) {
    return DateTimeFormatter.ofPattern(words.say(key), words.locale());
  }
}
