package org.counterpose.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.counterpose.booking.Booking.Booked;
import org.counterpose.booking.Clinic.Practitioner;
import org.counterpose.booking.Clinic.Service;
import org.junit.jupiter.api.Test;

/** Visits week after week. */
class RepeatedVisitsTest extends BusyClinic {

  @Test
  void visits_week_after_week_are_all_booked_and_one_link_opens_each() {
    Service service = service("follow-up");
    Practitioner whose = bookings.clinic().practitioner("chiropractor").orElseThrow();
    List<Planned> planned = bookings.repeated().plan(whose, service, NINE, 4, 1);
    assertThat(planned).allMatch(Planned::free);

    String token = series("s", planned).token();

    List<BookedSeries.Opened> all = bookings.series().of(token, bookings.find(token).orElseThrow());
    assertThat(all).hasSize(4);
    assertThat(all)
        .allMatch(
            each -> bookings.find(each.token()).orElseThrow().id().equals(each.appointment().id()));
    assertThat(bookings.series().of(all.get(2).token(), all.get(2).appointment())).isEqualTo(all);
    assertThat(news).hasSize(1);
    assertThat(news.getFirst().whole().orElseThrow().visits()).hasSize(4);
    assertThat(series("s", planned).token()).isEqualTo(token);
  }

  @Test
  void where_some_of_a_series_are_taken_none_is_booked_and_the_nearest_free_times_are_told() {
    Service service = service("follow-up");
    Practitioner whose = bookings.clinic().practitioner("chiropractor").orElseThrow();
    List<Planned> before = bookings.repeated().plan(whose, service, NINE, 3, 1);
    booked("in the way", "chiropractor", NINE.plus(Duration.ofDays(7)));

    SeriesBooking refused =
        bookings.repeated().book(new RepeatedVisits.Series(seriesWish("s"), 3, 1, List.of()));

    assertThat(refused).isInstanceOf(SeriesBooking.Conflicts.class);
    List<Planned> told = ((SeriesBooking.Conflicts) refused).visits();
    assertThat(told.get(1).free()).isFalse();
    assertThat(told.get(1).nearest()).isPresent();
    assertThat(claims()).isEqualTo(12);
    List<Planned> better = told;
    assertThat(series("t", better).token()).isNotEmpty();
  }

  @Test
  void a_visit_and_those_after_it_move_together_or_not_at_all_and_are_cancelled_together() {
    Service service = service("follow-up");
    Practitioner whose = bookings.clinic().practitioner("chiropractor").orElseThrow();
    String token = series("s", bookings.repeated().plan(whose, service, NINE, 3, 1)).token();
    String second = token + "~2";

    assertThat(
            bookings.series().moveFollowing(second, TEN.plus(Duration.ofDays(8)), "chiropractor"))
        .isInstanceOf(Moving.Moved.class);

    assertThat(starts(token))
        .containsExactly(NINE, TEN.plus(Duration.ofDays(8)), TEN.plus(Duration.ofDays(15)));
    Booked inTheWay = booked("in the way", "chiropractor", NINE.plus(Duration.ofDays(16)));
    assertThat(inTheWay).isNotNull();
    assertThat(
            bookings.series().moveFollowing(second, NINE.plus(Duration.ofDays(9)), "chiropractor"))
        .isInstanceOf(Moving.SomeTaken.class);
    assertThat(starts(token)).contains(TEN.plus(Duration.ofDays(8)));
    assertThat(bookings.series().cancelFollowing(second)).isInstanceOf(Cancelling.Cancelled.class);
    assertThat(bookings.find(token).orElseThrow().cancelled()).isFalse();
    assertThat(bookings.find(token + "~3").orElseThrow().cancelled()).isTrue();
    assertThat(news.getLast().changed()).hasSize(2);
    assertThat(news.getLast().whole().orElseThrow().series().revision()).isEqualTo(2);
  }

  @Test
  void who_moves_a_series_to_somebody_else_is_moved_to_them_and_visits_with_others_stay_there() {
    String token = threeWeeks();

    assertThat(bookings.series().moveFollowing(token, TEN, "exercise-therapist"))
        .isInstanceOf(Moving.Moved.class);
    assertThat(with(token)).containsOnly("exercise-therapist");

    bookings.move(token + "~3", TEN.plus(Duration.ofDays(14)), Optional.of("chiropractor"));
    assertThat(bookings.series().moveFollowing(token, NINE, "exercise-therapist"))
        .isInstanceOf(Moving.Moved.class);
    assertThat(with(token))
        .containsExactly("exercise-therapist", "exercise-therapist", "chiropractor");
    assertThat(starts(token).getLast()).isEqualTo(NINE.plus(Duration.ofDays(14)));
  }

  @Test
  void a_visit_that_was_moved_near_keeps_all_after_an_earlier_one_from_being_changed() {
    String token = threeWeeks();
    bookings.move(token + "~3", TEN, Optional.empty());
    clock.set(TEN.minus(Duration.ofHours(23)));

    assertThat(bookings.series().cancelFollowing(token + "~2")).isInstanceOf(Moving.TooLate.class);
    assertThat(
            bookings
                .series()
                .moveFollowing(token + "~2", TEN.plus(Duration.ofDays(8)), "chiropractor"))
        .isInstanceOf(Moving.TooLate.class);
    assertThat(bookings.find(token + "~2").orElseThrow().cancelled()).isFalse();
  }

  @Test
  void cancelling_all_that_follow_twice_at_once_writes_one_letter() throws Exception {
    String token = threeWeeks();
    news.clear();

    List<CompletableFuture<Cancelling>> both = new ArrayList<>();
    CyclicBarrier together = new CyclicBarrier(2);
    for (int i = 0; i < 2; i++) {
      both.add(
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  together.await();
                } catch (InterruptedException | BrokenBarrierException e) {
                  throw new IllegalStateException(e);
                }
                return bookings.series().cancelFollowing(token);
              }));
    }

    for (CompletableFuture<Cancelling> one : both) {
      assertThat(one.get()).isInstanceOf(Cancelling.Cancelled.class);
    }
    assertThat(bookings.series().cancelFollowing(token)).isInstanceOf(Cancelling.Cancelled.class);
    assertThat(news).hasSize(1);
    assertThat(news.getFirst().changed()).hasSize(3);
  }

  @Test
  void an_old_page_of_a_cancelled_visit_does_not_cancel_the_next_one_at_the_last_moment() {
    String token = threeWeeks();
    bookings.cancel(token);
    clock.set(NINE.plus(Duration.ofDays(7)).minus(Duration.ofHours(1)));

    assertThat(bookings.series().cancelFollowing(token)).isInstanceOf(Moving.TooLate.class);
    assertThat(bookings.find(token + "~2").orElseThrow().cancelled()).isFalse();
  }

  @Test
  void moving_all_that_follow_twice_moves_them_once_and_writes_one_letter() {
    String token = threeWeeks();
    bookings.series().moveFollowing(token, TEN, "chiropractor");
    int letters = news.size();

    assertThat(bookings.series().moveFollowing(token, TEN, "chiropractor"))
        .isInstanceOf(Moving.Moved.class);

    assertThat(news).hasSize(letters);
    assertThat(bookings.find(token).orElseThrow().revision()).isEqualTo(1);
  }

  private String threeWeeks() {
    Practitioner whose = bookings.clinic().practitioner("chiropractor").orElseThrow();
    return series("s", bookings.repeated().plan(whose, service("follow-up"), NINE, 3, 1)).token();
  }

  private List<String> with(String token) {
    return bookings.series().of(token, bookings.find(token).orElseThrow()).stream()
        .map(each -> each.appointment().practitioner())
        .toList();
  }

  @Test
  void a_series_keeps_the_time_on_the_wall_across_both_changes_of_the_clocks() {
    for (String zone : List.of("America/New_York", "Europe/Berlin", "Australia/Sydney")) {
      ZoneId wall = ZoneId.of(zone);
      for (String first : List.of("2026-10-05T09:00", "2027-03-08T09:00")) {
        Instant start = java.time.LocalDateTime.parse(first).atZone(wall).toInstant();
        Set<Integer> offsets = new java.util.HashSet<>();
        for (int week = 0; week < 8; week++) {
          ZonedDateTime at = SeriesTimes.later(start, wall, week).atZone(wall);
          assertThat(at.toLocalTime()).hasToString("09:00");
          assertThat(at.toLocalDate())
              .isEqualTo(LocalDate.parse(first.substring(0, 10)).plusWeeks(week));
          offsets.add(at.getOffset().getTotalSeconds());
        }
        if (!zone.equals("Australia/Sydney") || first.startsWith("2027")) {
          assertThat(offsets).as(zone + " " + first).hasSize(2);
        }
      }
    }
  }

  @Test
  void staff_of_one_place_do_not_cancel_the_visits_of_a_series_that_are_at_another() {
    bookings =
        bookings(
            Clinics.read(
                """
                format: 1
                name: Two places
                zone: America/New_York
                emergency: Call 911
                booking: {startEveryMinutes: 30, leadMinutes: 0, aheadDays: 60}
                places: {town: {title: In town}, lake: {title: By the lake}}
                services: {follow-up: {title: Follow-up, minutes: 30, mostRepeats: 6}}
                practitioners:
                  chiropractor:
                    title: Ana
                    services: [follow-up]
                    places: [town, lake]
                    hoursAt: {town: {tuesday: ["09:00-12:00"]}, lake: {friday: ["09:00-12:00"]}}
                hours: {}
                """));
    Practitioner whose = bookings.clinic().practitioners().getFirst();
    String token =
        series("s", bookings.repeated().plan(whose, service("follow-up"), NINE, 3, 1)).token();
    VisitsAtDesk desk = bookings.frontDesk().visits();
    UUID atTheLake = bookings.find(token + "~2").orElseThrow().id();
    desk.move(DESK, atTheLake, whose, NINE.plus(Duration.ofDays(10)), Optional.empty());

    UUID first = bookings.find(token).orElseThrow().id();

    assertThat(desk.cancel(ofPlace("lake"), first, "Storm", true))
        .isInstanceOf(Moving.Unknown.class);
    desk.cancel(ofPlace("town"), first, "Ana is ill", true);

    assertThat(cancelled(token)).containsExactly(true, false, true);
    assertThat(news.getLast().changed()).hasSize(2);
  }

  private static AtDesk ofPlace(String place) {
    return new AtDesk(Set.of(place), (connection, what, journey, detail) -> {});
  }

  private List<Boolean> cancelled(String token) {
    return bookings.series().of(token, bookings.find(token).orElseThrow()).stream()
        .map(each -> each.appointment().cancelled())
        .toList();
  }
}
