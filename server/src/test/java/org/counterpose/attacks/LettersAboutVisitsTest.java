package org.counterpose.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.counterpose.app.Served;
import org.counterpose.app.SettableClock;
import org.counterpose.booking.AtDesk;
import org.counterpose.booking.BookingRequest;
import org.counterpose.booking.Bookings;
import org.counterpose.booking.DeskBooking;
import org.counterpose.booking.Person;
import org.counterpose.mail.MailServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names and reasons that would steer a letter, as they arrive at a real mail server. */
class LettersAboutVisitsTest {

  private static final AtDesk DESK =
      new AtDesk(Set.of(), (connection, what, journey, detail) -> {});
  private static final String NAME =
      "Ana <eve@example.org>, Bcc: eve@example.org =?utf-8?q?=0D=0ABcc:_eve@example.org?=";
  private static final String REASON =
      "Ill\r\nBcc: eve@example.org\r\n\r\n.\r\nRCPT TO:<eve@example.org>\r\nBEGIN:VALARM";

  @TempDir Path folder;

  @Test
  void a_name_or_a_reason_adds_no_header_no_recipient_and_no_line_of_the_calendar() {
    try (MailServer mail = MailServer.start();
        Served served =
            Served.in(
                folder,
                SettableClock.at("2026-11-23T15:00:00Z"),
                configuration -> configuration.withMail(mail.smtp()))) {
      Bookings bookings = served.server().practice().bookings();
      DeskBooking.Booked booked =
          (DeskBooking.Booked)
              bookings
                  .frontDesk()
                  .booking()
                  .book(
                      DESK,
                      new BookingRequest(
                          "one",
                          "chiropractor",
                          "first-visit",
                          Instant.parse("2026-12-01T14:00:00Z"),
                          new Person(NAME, "ana@example.org"),
                          Optional.empty()),
                      Optional.empty(),
                      Optional.empty());
      bookings.frontDesk().visits().cancel(DESK, booked.appointment().id(), REASON, false);

      assertThat(mail.await(2)).hasSize(2).allSatisfy(LettersAboutVisitsTest::isAnasAlone);
      assertThat(mail.arrived())
          .as("what was said is said all the same")
          .anySatisfy(letter -> assertThat(letter.text()).contains("Hello " + NAME + ","))
          .anySatisfy(letter -> assertThat(letter.text()).contains("Ill", "Bcc: eve@example.org"));
    }
  }

  private static void isAnasAlone(MailServer.Arrived letter) {
    assertThat(letter.to()).isEqualTo("ana@example.org");
    for (String header : new String[] {"Bcc", "Cc", "X-Evil"}) {
      assertThat(letter.header(header)).isEmpty();
    }
    assertThat(letter.subject().lines()).hasSize(1);
    assertThat(letter.subject() + letter.header("From")).doesNotContain("eve@example.org");
    assertThat(letter.calendar().orElseThrow().lines())
        .filteredOn(line -> line.startsWith("BEGIN:VALARM") || line.startsWith("Bcc"))
        .isEmpty();
    assertThat(letter.calendar().orElseThrow().lines())
        .filteredOn(line -> line.startsWith("ATTENDEE"))
        .hasSizeLessThanOrEqualTo(1);
  }
}
