package org.counterpose.booking;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/**
 * A visit that someone booked.
 *
 * @param id what calendars know it by; it opens nothing
 * @param revision how often it was moved or cancelled since it was booked
 * @param journey the trial that it goes with
 * @param summary what the person sent along of their trial, as JSON
 * @param zone the person's own clock, where they told it
 * @param series the visits that it was booked with
 * @param overbooked whether it shares its time with another on purpose
 * @param reason what the clinic said when it last changed it
 * @param onPurpose why staff booked it beside another, or outside the hours; for staff alone
 */
public record Appointment(
    UUID id,
    String practitioner,
    String place,
    String service,
    Instant start,
    Instant end,
    int revision,
    boolean cancelled,
    Person person,
    Instant changedAt,
    Optional<UUID> journey,
    Optional<String> summary,
    Optional<ZoneId> zone,
    Optional<InSeries> series,
    Attendance attendance,
    boolean overbooked,
    Optional<String> reason,
    Optional<String> onPurpose) {

  /** Which of a series' visits it is, from 1. */
  public record InSeries(UUID series, int number) {}

  /** A visit alone, at a clinic's only place. */
  public Appointment(
      UUID id,
      String practitioner,
      String service,
      Instant start,
      Instant end,
      int revision,
      boolean cancelled,
      Person person,
      Instant changedAt,
      Optional<String> summary) {
    this(
        id,
        practitioner,
        Clinic.Place.MAIN,
        service,
        start,
        end,
        revision,
        cancelled,
        person,
        changedAt,
        Optional.empty(),
        summary,
        Optional.empty(),
        Optional.empty(),
        Attendance.UNKNOWN,
        false,
        Optional.empty(),
        Optional.empty());
  }
}
