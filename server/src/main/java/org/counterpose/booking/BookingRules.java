package org.counterpose.booking;

import java.util.List;

/**
 * When a time may be booked.
 *
 * @param startEveryMinutes visits start when the minutes of the clock are a multiple of this
 * @param leadMinutes how long before it a time can still be booked
 * @param aheadDays how many days after today can be booked
 * @param keepAppointmentsDays how many days after a visit it is deleted, name and e-mail with it
 * @param changeUntilHours how long before a visit its private link can still move or cancel it
 * @param holdMinutes how long a time is kept for who fills in the form
 * @param offerMinutes how long a freed time is kept for one person of the waiting list
 */
public record BookingRules(
    int startEveryMinutes,
    int leadMinutes,
    int aheadDays,
    int keepAppointmentsDays,
    int changeUntilHours,
    int holdMinutes,
    int offerMinutes) {

  static final int CHANGE_UNTIL_HOURS = 24;
  static final int HOLD_MINUTES = 10;
  static final int OFFER_MINUTES = 120;

  /** With the limits that hold where a clinic names none. */
  public BookingRules(
      int startEveryMinutes, int leadMinutes, int aheadDays, int keepAppointmentsDays) {
    this(
        startEveryMinutes,
        leadMinutes,
        aheadDays,
        keepAppointmentsDays,
        CHANGE_UNTIL_HOURS,
        HOLD_MINUTES,
        OFFER_MINUTES);
  }

  public BookingRules {
    if (changeUntilHours < 0 || holdMinutes < 1 || offerMinutes < 1) {
      throw new IllegalArgumentException(
          "a limit of change is not negative, a hold and an offer last a minute at least, got "
              + List.of(changeUntilHours, holdMinutes, offerMinutes));
    }
    if (startEveryMinutes < 5 || startEveryMinutes % 5 != 0 || 60 % startEveryMinutes != 0) {
      throw new IllegalArgumentException(
          "visits start every 5, 10, 15, 20, 30 or 60 minutes, got " + startEveryMinutes);
    }
    if (leadMinutes < 0 || aheadDays < 1) {
      throw new IllegalArgumentException(
          "lead must not be negative nor the days ahead below 1, got "
              + leadMinutes
              + " and "
              + aheadDays);
    }
    if (keepAppointmentsDays < 1) {
      throw new IllegalArgumentException(
          "a visit is kept for at least a day after it, got " + keepAppointmentsDays);
    }
  }
}
