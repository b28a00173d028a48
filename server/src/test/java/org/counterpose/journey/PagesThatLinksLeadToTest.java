package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.counterpose.app.Served;
import org.counterpose.booking.Booking;
import org.counterpose.booking.BookingRequest;
import org.counterpose.booking.Person;
import org.counterpose.mail.MailServer;
import org.counterpose.people.Role;
import org.counterpose.people.SignedIn;
import org.counterpose.people.Team;
import org.counterpose.practice.Practice;
import org.counterpose.store.Also;
import org.counterpose.store.SqlConsents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages that nobody finds by themselves: links in letters, on cards and in frames lead to them. */
class PagesThatLinksLeadToTest extends InTheBrowser {

  private static final String ADDRESS = "ana@clinic.example";

  private MailServer mail;

  @BeforeEach
  void withMail() {
    mail = MailServer.start();
    served.close();
    served =
        Served.in(
            folder.resolve(UUID.randomUUID().toString()), clock, c -> c.withMail(mail.smtp()));
  }

  @AfterEach
  void endMail() {
    mail.close();
  }

  @Test
  void the_offer_of_a_freed_time_is_for_every_hand_and_eye_open_and_over() {
    String booked = booked("one", "14:00");
    try (Visitor visitor = onPhone()) {
      visitor.open("/wait/first-visit").type("#name", "Ana").type("#email", ADDRESS);
      visitor.page().locator("#to").fill("2026-11-24");
      visitor.page().locator("#from").fill("2026-11-30");
      visitor.tap("main form .button.primary");
      assertThat(visitor.page().locator("main [role=alert]").count()).isEqualTo(1);
      assertThat(visitor.page().locator("#name").inputValue()).isEqualTo("Ana");
      assertThat(visitor.page().locator("#from").inputValue()).isEqualTo("2026-11-30");
      isForAll(visitor, "72-wait-wrong");
      visitor.open("/wait/first-visit").type("#name", "Ana").type("#email", ADDRESS);
      visitor.tap("main form .button.primary");
      isForAll(visitor, "72-waiting");
      String place = visitor.path();

      practice().bookings().cancel(booked);
      String offer = linkIn(1, "/offer/");
      visitor.open(offer);
      isForAll(visitor, "72-offer");

      visitor.tap("form[action$=decline] button");
      isForAll(visitor, "72-offer-over");
      assertThat(visitor.page().locator("main").innerText()).contains("You are still on");

      visitor.open(place).tap("form[action$=leave] button");
      isForAll(visitor, "72-waiting-left");
      visitor.open(offer);
      assertThat(visitor.page().locator("main").innerText()).contains("You are no longer on");
    }
  }

  @Test
  void an_older_offer_says_to_who_took_another_that_they_have_their_visit() {
    List<String> booked = List.of(booked("one", "14:00"), booked("two", "15:00"));
    try (Visitor visitor = onPhone()) {
      visitor.open("/wait/first-visit").type("#name", "Ana").type("#email", ADDRESS);
      visitor.tap("main form .button.primary");
      practice().bookings().cancel(booked.getFirst());
      String first = linkIn(1, "/offer/");
      visitor.open(first).tap("form[action$=decline] button");
      practice().bookings().cancel(booked.getLast());
      visitor.open(linkIn(2, "/offer/")).tap("form[action$=take] button");
      visitor.page().waitForURL("**/appointment/**");

      visitor.open(first);

      isForAll(visitor, "72-offer-older");
      assertThat(visitor.page().locator("main").innerText())
          .contains("You have your visit")
          .doesNotContain("still on the waiting list");
    }
  }

  @Test
  void the_pages_of_letters_that_confirm_and_let_in_are_for_every_hand_and_eye() {
    Trial trial = Trial.begunNow(served, clock);
    clock.goOn(Duration.ofDays(3));
    Trial second = Trial.begunNow(served, clock);
    try (Visitor visitor = onPhone();
        Visitor other = onPhone()) {
      visitor.open(trial.link()).open("/keep").type("#email", ADDRESS);
      visitor.tap("form[action='/keep/email'] button");
      isForAll(visitor, "73-keep-letter-sent");
      String confirm = linkIn(1, "/letter/");
      other.open(confirm);
      isForAll(other, "73-confirm-elsewhere");
      visitor.open(confirm);
      isForAll(visitor, "73-confirm");
      visitor.tap("main form button");
      isForAll(visitor, "73-confirmed");
      other.open(confirm);
      isForAll(other, "73-letter-over");

      other.open("/sign-in").type("#email", ADDRESS).tap("form[action='/sign-in/letter'] button");
      isForAll(other, "73-sign-in-sent");
      other.open(linkIn(2, "/letter/"));
      isForAll(other, "73-letter");
      other.tap("main form button");
      other.page().waitForURL("**/today");
      other.open(second.link()).tap("button[name=instead-of]").open("/keep");
      isForAll(other, "73-keep-bring");
      other.tap("form[action='/keep/bring'] button").open("/trials");
      assertThat(other.page().locator("main li").count()).isEqualTo(2);
      isForAll(other, "73-trials");
    }
  }

  @Test
  void the_pages_of_invitations_and_the_frame_are_for_every_hand_and_eye() {
    String cookie = SignedIn.administrator(practice());
    String join =
        practice()
            .people()
            .team()
            .invite(
                practice().people().team().all().getFirst(),
                new Team.Wish("Dr Kim", Role.PRACTITIONER, Optional.empty(), Set.of()),
                secret -> Also.NOTHING)
            .text();
    try (Visitor staff = onPhone();
        Visitor visitor = onPhone()) {
      staff.with(cookie).open("/staff/hand-out");
      staff.type("#name", "Ana B.").tap("main button.primary");
      isForAll(staff, "74-handed");
      assertThat(staff.sheets("74-card")).isEqualTo(1);
      visitor.open(pathOf(staff.page().locator(".link-text").innerText()));
      isForAll(visitor, "74-invited");
      for (Map.Entry<String, String> page :
          Map.of(
                  "74-invited-over", "/invited/" + "A".repeat(43),
                  "74-join", "/staff/join/" + join,
                  "74-join-over", "/staff/join/" + "A".repeat(43),
                  "74-embed", "/embed/mid-back")
              .entrySet()) {
        visitor.open(page.getValue());
        isForAll(visitor, page.getKey());
      }
    }
  }

  @Test
  void stopping_reminders_from_a_letter_is_for_every_hand_and_eye() {
    Trial trial = Trial.begunNow(served, clock);
    practice()
        .database()
        .write(
            connection -> {
              SqlConsents.contact(connection, trial.id(), ADDRESS, clock.instant());
              return Boolean.TRUE;
            });
    try (Visitor visitor = onPhone()) {
      visitor.open(trial.link());
      served.sendForm(
          "journey=" + trial.id() + "." + trial.key(),
          "/reminders",
          Map.of(
              "kind", "RATING",
              "channel", "MAIL",
              "ratingAt", "07:40",
              "quietFrom", "23:00",
              "quietTo", "07:00"));
      clock.goOn(Duration.ofMinutes(30));
      visitor.open(linkIn(1, "/stop/"));
      isForAll(visitor, "75-stop");
      visitor.tap("main form button");
      isForAll(visitor, "75-stopped");
      visitor.open("/stop/" + "A".repeat(43));
      isForAll(visitor, "75-stop-cut");
    }
  }

  /** On a phone, at a desk, at twice the size, and by keyboard alone. */
  private static void isForAll(Visitor visitor, String name) {
    visitor.look(name);
    HandAndEye.isEasyToTap(visitor);
    visitor.page().setViewportSize(195, 422);
    HandAndEye.scrollsOnlyDownward(visitor);
    visitor.page().setViewportSize(1280, 800);
    visitor.look(name);
    HandAndEye.isReachedByTab(visitor);
    visitor.page().setViewportSize(390, 844);
  }

  /** The link in the newest letter of as many that have one of that kind, waited for. */
  private String linkIn(int many, String kind) {
    while (true) {
      List<String> links =
          mail.arrivedFor(ADDRESS).stream()
              .map(MailServer.Arrived::text)
              .filter(text -> text.contains(kind))
              .map(text -> text.replaceAll("(?s).*(" + kind + "[\\w-]+).*", "$1"))
              .toList();
      if (links.size() >= many) {
        return links.get(many - 1);
      }
      mail.await(mail.arrived().size() + 1);
    }
  }

  private static String pathOf(String link) {
    return link.replaceFirst("^https?://[^/]+", "");
  }

  private Practice practice() {
    return served.server().practice();
  }

  private String booked(String key, String clock) {
    return ((Booking.Booked)
            practice()
                .bookings()
                .book(
                    new BookingRequest(
                        key,
                        "chiropractor",
                        "first-visit",
                        Instant.parse("2026-12-01T" + clock + ":00Z"),
                        new Person("Ben", "ben@example.org"),
                        Optional.empty())))
        .token();
  }
}
