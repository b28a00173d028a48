package org.counterpose.booking;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Dates, both included, on which other hours hold; no hours means closed.
 *
 * @param practitioner whom it concerns; everybody where empty. One's own goes before everybody's
 * @param place where it holds; everywhere where empty. What names a place goes before what names
 *     none
 */
public record SpecialDays(
    LocalDate from,
    LocalDate to,
    Optional<String> practitioner,
    Optional<String> place,
    List<OpenHours> hours,
    Optional<ClinicText> why) {

  /** That hold at every place. */
  public SpecialDays(
      LocalDate from,
      LocalDate to,
      Optional<String> practitioner,
      List<OpenHours> hours,
      Optional<ClinicText> why) {
    this(from, to, practitioner, Optional.empty(), hours, why);
  }

  public SpecialDays {
    hours = List.copyOf(hours);
  }

  boolean covers(LocalDate date) {
    return !date.isBefore(from) && !date.isAfter(to);
  }
}
