package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.counterpose.app.Served;
import org.counterpose.handout.ScannedCode;
import org.counterpose.mail.MailServer;
import org.counterpose.mail.MailServer.Arrived;
import org.junit.jupiter.api.Test;

/** From a clinic's first start to the visit that somebody else gets, as all of them see it. */
class ADayAtTheClinicTest extends InTheBrowser {

  @Test
  void a_clinic_is_set_up_helps_a_person_who_turned_worse_and_gives_a_freed_visit_to_who_waits()
      throws Exception {
    try (MailServer mail = MailServer.start()) {
      served.close();
      served =
          Served.in(
              folder.resolve(UUID.randomUUID().toString()), clock, c -> c.withMail(mail.smtp()));
      String address = served.server().practice().people().address().get().toString();
      try (Authenticator boss = new Authenticator(chromium, address, 1280, 800);
          Authenticator kim = new Authenticator(chromium, address, 1280, 800);
          Visitor ana = onPhone();
          Visitor ben = onPhone()) {
        comesInByPasskey(boss, served.server().setUpLink().orElseThrow(), "Alex Admin");
        boss.open("/staff/team").page().locator("#name").fill("Kim Lee");
        boss.tap("form[action='/staff/team/invite'] button");
        comesInByPasskey(kim, boss.page().locator("#link").inputValue(), "Kim Lee");

        kim.open("/staff/hand-out").page().locator("#name").fill("Ana B.");
        kim.tap("main button.primary");
        ana.open(scanned(kim.page().locator("main svg").first())).tap("a.primary");
        TheClinicsSideTest.answersTheCheck(ana);
        ana.page().locator("input[name=share]").check();
        ana.tap("main form button.primary");

        turnsWorse(ana);
        assertThat(ana.heading()).isEqualTo("Get emergency help now");
        clock.goOn(Duration.ofMinutes(3));
        assertThat(kim.open("/staff").page().locator(".people tbody tr").first().innerText())
            .contains("Ana B.", "Stopped");
        isClearedBy(kim);

        ana.waits(Duration.ofMinutes(1)).open("/today");
        assertThat(ana.page().locator(".from-clinic").innerText())
            .contains("walk and balance", "shoulder needs a rest", "Call me if it comes back");

        ben.open("/wait/first-visit").type("#name", "Ben C.").type("#email", "ben@clinic.example");
        ben.tap("main form .button.primary");
        ana.open("/book/first-visit").tap("a.weekday:not([aria-current])").tap("a.time");
        ana.type("#name", "Ana B.").type("#email", "ana@clinic.example").tap("button.primary");
        ana.page().waitForURL("**/appointment/**");
        Arrived booked = mail.awaitFor("ana@clinic.example");
        assertThat(booked.calendarType()).contains("REQUEST");
        assertThat(booked.calendar().orElseThrow()).contains("SEQUENCE:0", "BEGIN:VTIMEZONE");

        ana.tap("a[href$='/move']").tap("a.time").tap("form .button.primary");
        ana.page().waitForURL("**/appointment/*");
        Arrived moved = next(mail, "ana@clinic.example", 2);
        assertThat(moved.calendarType()).contains("REQUEST");
        assertThat(moved.calendar().orElseThrow())
            .contains("SEQUENCE:1", line(booked.calendar().orElseThrow(), "UID:"));

        String freed = ana.page().locator(".visit-when time").getAttribute("datetime");
        ana.tap(".cancel summary").tap(".button.danger");
        assertThat(ana.heading()).isEqualTo("This visit is cancelled");
        Arrived cancelled = next(mail, "ana@clinic.example", 3);
        assertThat(cancelled.calendarType()).contains("CANCEL");
        assertThat(cancelled.calendar().orElseThrow())
            .contains("METHOD:CANCEL", "SEQUENCE:2", "BEGIN:VTIMEZONE");

        assertThat(next(mail, "ben@clinic.example", 1).text()).contains("/waiting/");
        String offer = next(mail, "ben@clinic.example", 2).text();
        ben.open(offer.replaceAll("(?s).*(/offer/[A-Za-z0-9_-]+).*", "$1"));
        ben.look("86-offer").tap("form[action$=take] button");
        ben.page().waitForURL("**/appointment/**");
        assertThat(ben.page().locator(".visit-when time").getAttribute("datetime"))
            .isEqualTo(freed);
        assertThat(next(mail, "ben@clinic.example", 3).calendar()).isPresent();
      }
    }
  }

  private static void comesInByPasskey(Authenticator staff, String link, String name) {
    staff.open(link);
    Locator asked = staff.page().locator("#name");
    if (asked.count() > 0) {
      asked.fill(name);
    }
    staff.tap("form[data-passkey] button").page().waitForURL("**/staff");
  }

  /** What a phone's camera reads from the code on the screen. */
  private static String scanned(Locator code) throws IOException {
    BufferedImage seen = ImageIO.read(new ByteArrayInputStream(code.screenshot()));
    return URI.create(ScannedCode.of(seen)).getPath();
  }

  private static void turnsWorse(Visitor ana) {
    ana.open("/worse").tap("label:has(input[value=unsteady])");
    DaysOfATrialTest.saysOnlyThese(ana);
    ana.tap("form .button.primary");
    ana.page().waitForURL("**/today*");
  }

  private static void isClearedBy(Authenticator kim) {
    kim.tap(".people tbody th a");
    Page page = kim.page();
    page.locator("#why").fill("We tested your walk and balance today.");
    page.locator("input[name=looked]").check();
    kim.tap("#stop button");
    kim.tap("#adapt summary");
    page.locator("#change-thread-the-needle").selectOption("leave-out");
    page.locator("#adapt-reason").fill("Your shoulder needs a rest first.");
    kim.tap("#adapt button");
    page.locator("#note").fill("Call me if it comes back.");
    kim.tap("form[action$=note] button");
  }

  /** The letter that is the so-manieth to an address, waited for. */
  private static Arrived next(MailServer mail, String address, int count) {
    while (mail.arrivedFor(address).size() < count) {
      mail.await(mail.arrived().size() + 1);
    }
    List<Arrived> letters = mail.arrivedFor(address);
    return letters.get(count - 1);
  }

  private static String line(String calendar, String start) {
    return calendar.lines().filter(one -> one.startsWith(start)).findFirst().orElseThrow();
  }
}
