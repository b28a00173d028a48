package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.counterpose.app.Served;
import org.junit.jupiter.api.Test;

class BookingAVisitTest extends InTheBrowser {

  @Test
  void an_unclear_verdict_leads_by_taps_to_a_booked_visit_that_can_be_moved_and_cancelled() {
    Trial trial = Trial.begunNow(served, clock).ratedUntil(28, day -> 5 + day % 2);
    clock.goOn(Duration.ofDays(1));
    try (Visitor visitor = onPhone()) {
      visitor.open(trial.link()).open("/verdict").tap("a.button[href='/book']").look("60-book");
      visitor.tap("a[href='/book/first-visit']").look("61-times");
      visitor.open("/book/first-visit?date=2026-12-28"); // so far ahead that it can be changed
      visitor.tap("a.time").look("62-details");
      visitor.type("input[name=name]", "Ada Example").type("input[name=email]", "ada@example");
      visitor.tap("form .button.primary").look("63-details-fault");
      assertThat(visitor.page().locator("[aria-invalid=true]").count()).isEqualTo(1);
      visitor.type("input[name=email]", "ada@example.org");
      assertThat(visitor.page().locator("input[name=share]").isChecked())
          .as("not by default")
          .isFalse();
      visitor.tap(".ticked").tap("form .button.primary");
      visitor.page().waitForURL("**/appointment/*");
      visitor.look("64-appointment");
      String appointment = java.net.URI.create(visitor.page().url()).getPath();

      Served.Answer invitation = served.get(appointment + "/invitation.ics");
      assertThat(invitation.header("Content-Type")).startsWith("text/calendar");
      assertThat(invitation.body()).contains("BEGIN:VTIMEZONE", "DTSTART;TZID=America/New_York:");

      visitor.open("/today").look("64-today-visit").tap(".visits button");
      visitor.page().waitForURL("**/appointment/*");
      appointment = java.net.URI.create(visitor.page().url()).getPath();
      visitor.tap("a[href$='/move']").look("65-move");
      visitor.tap("a.time").tap("form .button.primary");
      visitor.page().waitForURL("**" + appointment + "*");
      visitor.tap("summary:has-text('Cancel')");
      visitor.tap("form[action$='/cancel'] button").look("66-cancelled");
      assertThat(visitor.page().locator("form[action$='/cancel']").count()).isZero();
    }
  }

  @Test
  void the_keyboard_alone_books_a_visit() {
    try (Visitor visitor = atDesk()) {
      visitor.open("/book").look("60-book").go("a[href='/book/follow-up']");
      visitor.look("61-times").go("a.time");
      visitor.look("62-details");
      visitor.type("input[name=name]", "Ada Example").type("input[name=email]", "ada@example.org");
      visitor.go("form .button.primary").look("64-appointment");
      assertThat(visitor.path()).startsWith("/appointment/");
    }
  }

  @Test
  void no_script_is_needed_to_book() {
    try (Visitor visitor = withoutScript()) {
      visitor.open("/book").tap("a[href='/book/first-visit']").tap("a.time");
      visitor.type("input[name=name]", "Ada Example").type("input[name=email]", "ada@example.org");
      visitor.tap("form .button.primary");
      assertThat(visitor.path()).startsWith("/appointment/");
    }
  }
}
