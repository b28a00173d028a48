package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.counterpose.booking.Booking;
import org.counterpose.booking.BookingRequest;
import org.counterpose.booking.Bookings;
import org.counterpose.booking.Clinic;
import org.counterpose.booking.FreeTime;
import org.counterpose.booking.Person;
import org.counterpose.clinic.Invitations;
import org.counterpose.people.Role;
import org.counterpose.people.SignedIn;
import org.counterpose.people.Staff;
import org.counterpose.people.Team;
import org.counterpose.practice.Practice;
import org.counterpose.store.Also;
import org.counterpose.store.Letter;
import org.counterpose.store.PastAccess;
import org.counterpose.store.SqlInvitations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Visits are deleted 90 days after them, as the settings that ship say. */
class ForgettingTest {

  private static final Duration KEPT = Duration.ofDays(90);

  @TempDir Path folder;
  SettableClock clock = SettableClock.at("2026-11-23T13:30:00Z");

  @Test
  void a_visit_is_gone_at_the_first_start_90_days_after_it_and_not_before() {
    Booking.Booked visit;
    try (Served served = Served.in(folder, clock)) {
      visit = booked(served);
    }
    clock.set(visit.end().plus(KEPT));
    try (Served served = Served.in(folder, clock)) {
      assertThat(served.get("/appointment/" + visit.token()).status()).isEqualTo(200);
    }
    clock.goOn(Duration.ofSeconds(1));
    try (Served served = Served.in(folder, clock)) {
      assertThat(served.get("/appointment/" + visit.token()).status()).isEqualTo(404);
    }
  }

  @Test
  void while_it_runs_for_months_it_deletes_once_a_day() {
    try (Served served = Served.in(folder, clock);
        Forgetting forgetting = forgetting(served)) {
      Booking.Booked visit = booked(served);
      clock.set(visit.end().plus(KEPT));
      forgetting.look();
      clock.goOn(Duration.ofHours(23));
      forgetting.look();
      assertThat(bookings(served).find(visit.token())).isPresent();

      clock.goOn(Duration.ofHours(1));
      forgetting.look();
      assertThat(bookings(served).find(visit.token())).isEmpty();
    }
  }

  @Test
  void a_store_that_cannot_does_not_end_it() {
    try (Served served = Served.in(folder, clock);
        Forgetting forgetting = forgetting(served)) {
      served.server().practice().database().close();

      assertThatCode(forgetting::look).doesNotThrowAnyException();
    }
  }

  @Test
  void what_let_somebody_in_is_forgotten_once_it_does_no_longer() {
    try (Served served = Served.in(folder, clock);
        Forgetting forgetting = forgetting(served)) {
      Practice practice = served.server().practice();
      SignedIn.administrator(practice);
      Staff admin = practice.people().team().all().getFirst();
      practice
          .people()
          .team()
          .invite(
              admin,
              new Team.Wish("Dr Lost", Role.PRACTITIONER, Optional.empty(), Set.of()),
              secret -> Also.NOTHING);
      practice
          .people()
          .accounts()
          .askToSignIn("nobody@clinic.example", secret -> letter("nobody@clinic.example"));
      SqlInvitations handed = new SqlInvitations(practice.database());
      new Invitations(handed, clock, UUID::randomUUID, practice.random())
          .hand(
              new Invitations.Wish(
                  "mid-back",
                  "main",
                  "en",
                  Optional.of("Cora"),
                  Optional.of("cora@clinic.example")),
              admin,
              secret -> Also.NOTHING);
      assertThat(rows(practice)).containsOnly(1L);

      clock.goOn(Invitations.GOOD_FOR.plus(PastAccess.REMEMBERED).minusSeconds(1));
      forgetting.look();
      assertThat(rows(practice)).containsExactly(0L, 0L, 0L, 0L, 1L);
      clock.goOn(Duration.ofDays(1));
      forgetting.look();
      assertThat(rows(practice)).containsOnly(0L);
      assertThat(handed.latest(Set.of(), 9)).isEmpty();
    }
  }

  @Test
  void who_waited_in_vain_is_forgotten_though_nobody_had_a_visit() {
    try (Served served = Served.in(folder, clock);
        Forgetting forgetting = forgetting(served)) {
      served.send(
          "POST",
          "/wait/first-visit",
          ("from=2026-11-24&to=2026-11-30&day=1&day=2&earliest=08:00&latest=18:00"
                  + "&practitioner=anyone&name=Ana&email=ana@example.org")
              .getBytes(StandardCharsets.UTF_8),
          "Content-Type",
          "application/x-www-form-urlencoded");
      Practice practice = served.server().practice();
      assertThat(count(practice, "waiting_person")).isEqualTo(1);

      clock.set(Instant.parse("2026-11-30T12:00:00Z").plus(KEPT));
      forgetting.look();
      assertThat(count(practice, "waiting_person")).isEqualTo(1);
      clock.goOn(Duration.ofDays(1));
      forgetting.look();
      assertThat(count(practice, "waiting_person")).isZero();
    }
  }

  private static List<Long> rows(Practice practice) {
    return Stream.of("session", "email_link", "link_letter", "staff_link", "programme_invitation")
        .map(table -> count(practice, table))
        .toList();
  }

  private static long count(Practice practice, String table) {
    return practice
        .database()
        .read(
            connection -> {
              try (var rows = connection.prepareStatement("SELECT count(*) FROM " + table);
                  var row = rows.executeQuery()) {
                row.next();
                return row.getLong(1);
              }
            });
  }

  private Letter letter(String to) {
    return new Letter(
        UUID.randomUUID(),
        to,
        "A link",
        "A link",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        clock.instant(),
        clock.instant().plusSeconds(900),
        Optional.empty());
  }

  private Forgetting forgetting(Served served) {
    return new Forgetting(
        bookings(served), new PastAccess(served.server().practice().database()), clock);
  }

  private static Bookings bookings(Served served) {
    return served.server().practice().bookings();
  }

  private Booking.Booked booked(Served served) {
    Bookings bookings = bookings(served);
    Clinic.Service service = bookings.clinic().services().getFirst();
    LocalDate today = LocalDate.ofInstant(clock.instant(), bookings.clinic().zone());
    FreeTime time = bookings.free(service, today, today.plusDays(7)).getFirst();
    return (Booking.Booked)
        bookings.book(
            new BookingRequest(
                "one",
                time.practitioner(),
                service.id(),
                time.start(),
                new Person("Ana", "ana@example.org"),
                Optional.empty()));
  }
}
