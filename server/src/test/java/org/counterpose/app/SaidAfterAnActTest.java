package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.counterpose.booking.Booking;
import org.counterpose.booking.BookingRequest;
import org.counterpose.booking.Bookings;
import org.counterpose.booking.Clinic;
import org.counterpose.booking.FreeTime;
import org.counterpose.booking.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person reads after they did something. */
class SaidAfterAnActTest {

  private static final String LETTER = "An e-mail about this is on its way";

  @TempDir Path folder;
  private final SettableClock clock = SettableClock.at("2026-11-23T12:15:00Z");

  @Test
  void a_moved_visit_says_so_and_that_a_letter_comes_until_it_is_cancelled() {
    try (Served served = served(configuration -> configuration.withMail(Served.NOBODYS_MAIL))) {
      String page = "/appointment/" + booked(served);
      FreeTime other = free(served).getLast();

      Served.Answer moved =
          served.sendForm(
              "none=held",
              page + "/move",
              "start=" + other.start() + "&practitioner=" + other.practitioner());
      String there = served.get(moved.header("Location")).body();
      Served.Answer cancelled = served.sendForm("none=held", page + "/cancel", "");
      String gone = served.get(cancelled.header("Location")).body();

      assertThat(there).contains("Your visit is moved", LETTER);
      assertThat(served.get(page).body()).doesNotContain("Your visit is moved", LETTER);
      assertThat(gone).contains("This visit is cancelled", LETTER);
      assertThat(served.get(moved.header("Location")).body()).doesNotContain("Your visit is moved");
    }
  }

  @Test
  void without_a_mail_server_no_letter_is_spoken_of() {
    try (Served served = served(configuration -> configuration)) {
      String page = served.get("/appointment/" + booked(served) + "?booked").body();

      assertThat(page).contains("See you soon, Ana").doesNotContain(LETTER);
    }
  }

  @Test
  void sharing_and_its_end_are_said() {
    try (Served served = served(configuration -> configuration)) {
      OnTrial ana = OnTrial.begun(served);

      String shared = ana.open(ana.send("/clinic/share", "share=yes").header("Location")).body();
      String ended = ana.open(ana.send("/clinic/unshare", "").header("Location")).body();

      assertThat(shared).contains("can see your trial from now on");
      assertThat(ended).contains("does not see your trial any more.");
      assertThat(ana.open("/clinic?said=shared").body()).doesNotContain("from now on");
    }
  }

  @Test
  void who_is_stopped_reads_below_the_stop_whether_the_clinic_knows() {
    try (Served served = served(configuration -> configuration)) {
      OnTrial ana = OnTrial.begun(served);
      clock.goOn(Duration.ofDays(3));
      String fever =
          Checked.nothingWeekly()
              .replace("\"infection-signs\":[]", "\"infection-signs\":[\"fever\"]");
      String worse = OnTrial.entry("got-worse", "\"answers\":" + fever).replace("11-22T", "11-25T");
      assertThat(ana.add("[" + worse + "]").status()).isEqualTo(200);

      String alone = ana.open("/today").body();
      ana.send("/clinic/share", "share=yes");
      String seen = ana.open("/today").body();

      assertThat(alone).contains("nobody there knows of this stop", "Let your clinic see it");
      assertThat(seen).contains("can see this stop", "Write to your clinic", "tap an answer");
      assertThat(seen.indexOf("href=\"tel:911\"")).isBetween(0, seen.indexOf("can see this stop"));
    }
  }

  @Test
  void after_erasing_no_link_leads_to_what_is_gone() {
    try (Served served = served(configuration -> configuration)) {
      OnTrial.begun(served).send("/forget", "sure=yes");

      assertThat(served.get("/gone", "Cookie", "gone=ALTOGETHER").body())
          .contains("role=\"status\"", "is erased")
          .doesNotContain("href=\"/today\"", "href=\"/keep\"", "href=\"/privacy-settings\"");
    }
  }

  @Test
  void reminders_that_nothing_can_send_say_what_to_do_first() {
    try (Served served = served(configuration -> configuration.withMail(Served.NOBODYS_MAIL))) {
      OnTrial ana = OnTrial.begun(served);

      assertThat(ana.open("/reminders?said=kept").body())
          .contains("Nothing is sent until you choose a way", "first add an e-mail address")
          .contains("href=\"/keep#email\"");
    }
  }

  private Served served(UnaryOperator<Configuration> changed) {
    return Served.in(folder, clock, changed);
  }

  private static List<FreeTime> free(Served served) {
    Bookings bookings = served.server().practice().bookings();
    Clinic.Service service = bookings.clinic().services().getFirst();
    LocalDate day = LocalDate.parse("2026-11-30");
    return bookings.free(service, day, day.plusDays(3));
  }

  private static String booked(Served served) {
    Bookings bookings = served.server().practice().bookings();
    FreeTime time = free(served).getFirst();
    Booking booking =
        bookings.book(
            new BookingRequest(
                "said",
                time.practitioner(),
                bookings.clinic().services().getFirst().id(),
                time.start(),
                new Person("Ana", "ana@clinic.example"),
                Optional.empty()));
    return ((Booking.Booked) booking).token();
  }
}
