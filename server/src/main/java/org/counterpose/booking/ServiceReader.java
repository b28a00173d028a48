package org.counterpose.booking;

import java.util.Optional;
import org.counterpose.booking.Clinic.Service;
import org.counterpose.document.Fields;

/** Reads what can be booked, and the rules by which it is. */
final class ServiceReader {

  private static final int KEEP_APPOINTMENTS_DAYS = 90;
  private static final int MOST_REPEATS = 26;

  private ServiceReader() {}

  static Optional<Service> read(ClinicTextReader said, String id, Fields fields) {
    Optional<ClinicText> title = said.read(fields, "title");
    Optional<ClinicText> about = said.ifAny(fields, "about");
    Optional<Integer> minutes =
        SettingValues.cells(fields, "minutes", fields.whole("minutes", 5, 8 * 60));
    Optional<Integer> before = buffer(fields, "bufferBefore");
    Optional<Integer> after = buffer(fields, "bufferAfter");
    int repeats = fields.wholeIfAny("mostRepeats", 1, MOST_REPEATS).orElse(1);
    fields.noMore();
    return title.isEmpty() || minutes.isEmpty() || before.isEmpty() || after.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Service(id, title.get(), about, minutes.get(), before.get(), after.get(), repeats));
  }

  private static Optional<Integer> buffer(Fields fields, String name) {
    return SettingValues.cells(
        fields, name, Optional.of(fields.wholeIfAny(name, 0, 240).orElse(0)));
  }

  static Optional<BookingRules> rules(Fields fields) {
    Optional<Integer> every =
        fields
            .whole("startEveryMinutes", 5, 60)
            .filter(
                minutes -> {
                  boolean fits = minutes % 5 == 0 && 60 % minutes == 0;
                  if (!fits) {
                    fields.wrong(
                        "startEveryMinutes", "must be 5, 10, 15, 20, 30 or 60, got " + minutes);
                  }
                  return fits;
                });
    Optional<Integer> lead = fields.whole("leadMinutes", 0, 14 * 24 * 60);
    Optional<Integer> ahead = fields.whole("aheadDays", 1, 366);
    int keep = fields.wholeIfAny("keepAppointmentsDays", 1, 3660).orElse(KEEP_APPOINTMENTS_DAYS);
    int change =
        fields.wholeIfAny("changeUntilHours", 0, 14 * 24).orElse(BookingRules.CHANGE_UNTIL_HOURS);
    int hold = fields.wholeIfAny("holdMinutes", 1, 60).orElse(BookingRules.HOLD_MINUTES);
    int offer = fields.wholeIfAny("offerMinutes", 5, 24 * 60).orElse(BookingRules.OFFER_MINUTES);
    fields.noMore();
    return every.isEmpty() || lead.isEmpty() || ahead.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new BookingRules(every.get(), lead.get(), ahead.get(), keep, change, hold, offer));
  }
}
