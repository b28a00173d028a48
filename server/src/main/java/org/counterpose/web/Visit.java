package org.counterpose.web;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import org.counterpose.booking.Clinic;
import org.counterpose.words.Words;

/** A visit as a person reads it: what, with whom, when, in the clinic's time. */
public record Visit(
    Clinic clinic,
    String serviceId,
    String practitionerId,
    Instant startAt,
    Instant endAt,
    Words words) {

  public String service() {
    return clinic.service(serviceId).map(Clinic.Service::title).orElse(serviceId);
  }

  public String practitioner() {
    return clinic
        .practitioner(practitionerId)
        .map(Clinic.Practitioner::title)
        .orElse(practitionerId);
  }

  /** Such as Tuesday 24 November. */
  public String date() {
    return local(startAt).format(format("book.date"));
  }

  public String from() {
    return local(startAt).format(format("book.clock"));
  }

  public String to() {
    return local(endAt).format(format("book.clock"));
  }

  /** The instant, for the page's script and for {@code <time>}. */
  public String instant() {
    return startAt.toString();
  }

  public String zone() {
    return zone(clinic, words);
  }

  /** A time zone as people call it, with its city where it is named after one. */
  static String zone(Clinic clinic, Words words) {
    String name = clinic.zone().getDisplayName(TextStyle.FULL, words.locale());
    String id = clinic.zone().getId();
    String city = id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
    return id.contains("/") ? words.say("book.zone", name, city) : name;
  }

  private ZonedDateTime local(Instant instant) {
    return instant.atZone(clinic.zone());
  }

  private DateTimeFormatter format(String key) {
    return DateTimeFormatter.ofPattern(words.say(key), words.locale());
  }
}
