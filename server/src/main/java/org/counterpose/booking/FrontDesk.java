package org.counterpose.booking;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.counterpose.booking.Clinic.Practitioner;
import org.counterpose.booking.Clinic.Service;
import org.counterpose.store.BlockedTimes;
import org.counterpose.store.CalendarCells;
import org.counterpose.store.Conflict;
import org.counterpose.store.NewAppointment;
import org.counterpose.store.Visit;
import org.counterpose.store.WaitingPeople;

/** What staff do with the calendar. Every act is written down with who did it, as it is done. */
public final class FrontDesk {

  private final Diary diary;
  private final WaitingList waitingList;
  private final RepeatedVisits repeated;

  FrontDesk(Diary diary, WaitingList waitingList, Holds holds) {
    this.diary = diary.ofStaff();
    this.waitingList = waitingList;
    this.repeated = new RepeatedVisits(this.diary, waitingList, holds);
  }

  /** A time that is blocked. */
  public record Block(UUID id, String practitioner, Instant start, Instant end, String why) {}

  /** A time that is kept for a while: for who fills in the form, or as an offer. */
  public record Kept(String practitioner, Instant start, Instant end, boolean offered) {}

  /**
   * All that is in the calendars on some days.
   *
   * @param open when somebody works, and {@code free} what nobody has of it and is still to come
   */
  public record Sheet(
      List<Appointment> appointments,
      List<Block> blocks,
      List<Kept> kept,
      List<FreeTimes.Stretch> open,
      List<FreeTimes.Stretch> free) {}

  /** The calendars from one date to before another, as far as somebody sees them. */
  public Sheet sheet(AtDesk by, LocalDate from, LocalDate before) {
    Instant start = from.minusDays(1).atStartOfDay(diary.clinic().zone()).toInstant();
    Instant end = before.plusDays(1).atStartOfDay(diary.clinic().zone()).toInstant();
    Instant now = diary.now();
    List<FreeTimes.Stretch> open = stretches(by, from, before, (practitioner, cell) -> false);
    List<FreeTimes.Stretch> free = stretches(by, from, before, stillFree(from, before));
    List<Appointment> appointments =
        diary.appointments().between(start, end).stream()
            .map(Diary::appointment)
            .filter(one -> by.sees(one.place()))
            .filter(one -> isOn(one.start(), one.place(), from, before))
            .toList();
    return diary
        .appointments()
        .read(
            connection -> {
              List<Block> blocks =
                  BlockedTimes.between(connection, start, end).stream()
                      .map(FrontDesk::block)
                      .filter(block -> seesCalendar(by, block.practitioner()))
                      .toList();
              List<Kept> kept = new ArrayList<>();
              for (WaitingPeople.Offer offer : WaitingPeople.openOffers(connection)) {
                if (by.sees(offer.place())
                    && offer.until().isAfter(now)
                    && isOn(offer.start(), offer.place(), from, before)) {
                  kept.add(new Kept(offer.practitioner(), offer.start(), offer.end(), true));
                }
              }
              return new Sheet(appointments, blocks, kept, open, free);
            });
  }

  private FreeTimes.Claimed stillFree(LocalDate from, LocalDate before) {
    FreeTimes.Claimed claimed = diary.claimed(from, before, Set.of());
    long now = Cells.of(diary.now());
    return (practitioner, cell) -> cell <= now || claimed.is(practitioner, cell);
  }

  private List<FreeTimes.Stretch> stretches(
      AtDesk by, LocalDate from, LocalDate before, FreeTimes.Claimed claimed) {
    List<FreeTimes.Stretch> stretches = new ArrayList<>();
    for (Practitioner one : diary.clinic().practitioners()) {
      for (Clinic.Place place : diary.clinic().placesOf(one)) {
        for (LocalDate date = from;
            by.sees(place.id()) && date.isBefore(before);
            date = date.plusDays(1)) {
          stretches.addAll(diary.freeTimes().stretches(one, place, date, claimed));
        }
      }
    }
    return List.copyOf(stretches);
  }

  private boolean isOn(Instant start, String place, LocalDate from, LocalDate before) {
    LocalDate date = LocalDate.ofInstant(start, diary.clinic().zoneOf(place));
    return !date.isBefore(from) && date.isBefore(before);
  }

  private static Block block(BlockedTimes.Blocked kept) {
    return new Block(kept.id(), kept.practitioner(), kept.start(), kept.end(), kept.why());
  }

  private boolean seesCalendar(AtDesk by, String practitioner) {
    return diary.clinic().practitioner(practitioner).stream()
        .flatMap(one -> one.places().stream())
        .anyMatch(by::sees);
  }

  /** An appointment by its id, where it is theirs to see. */
  public Optional<Appointment> find(AtDesk by, UUID id) {
    return diary
        .appointments()
        .read(connection -> diary.appointments().find(connection, id))
        .map(Diary::appointment)
        .filter(appointment -> by.sees(appointment.place()));
  }

  /** The other visits that one was booked with, in their order. */
  public List<Appointment> together(AtDesk by, Appointment appointment) {
    return repeated.together(appointment).stream()
        .filter(each -> by.sees(each.place()) && !each.id().equals(appointment.id()))
        .toList();
  }

  /**
   * Books for a person.
   *
   * @param onPurpose why it is booked although somebody has the time or it is outside the hours;
   *     empty where it must be free
   */
  public DeskBooking book(
      AtDesk by,
      Practitioner practitioner,
      Service service,
      Instant start,
      Person person,
      Optional<UUID> journey,
      Optional<String> onPurpose) {
    Instant now = diary.now();
    Visit visit = diary.visit(practitioner, service, start);
    if (!by.sees(visit.place())
        || !practitioner.does(service)
        || !start.isAfter(now)
        || start.getEpochSecond() % Cells.SECONDS != 0) {
      return new DeskBooking.Refused();
    }
    Optional<Appointment> before = sameBefore(visit, service, person);
    if (before.isPresent()) {
      return new DeskBooking.Booked(before.get());
    }
    boolean open = isOpenForStaff(practitioner, service, start);
    if (!open && onPurpose.isEmpty()) {
      return new DeskBooking.NeedsReason(false);
    }
    String token = diary.newToken();
    NewAppointment wished =
        new NewAppointment(
            diary.ids().get(),
            Token.hash(token),
            service.id(),
            List.of(visit),
            person.name(),
            person.email(),
            journey,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            now);
    return diary
        .appointments()
        .write(
            connection -> {
              boolean overbooked = false;
              if (!diary.appointments().keep(connection, wished, Optional.empty())) {
                if (onPurpose.isEmpty()) {
                  return new DeskBooking.NeedsReason(true);
                }
                diary.appointments().overbook(connection, wished);
                overbooked = true;
              }
              Appointment booked =
                  diary
                      .appointments()
                      .find(connection, wished.id())
                      .map(Diary::appointment)
                      .orElseThrow();
              by.record()
                  .add(
                      connection,
                      overbooked ? "overbooked" : open ? "booked" : "booked outside the hours",
                      journey,
                      written(booked)
                          + onPurpose
                              .filter(reason -> booked.overbooked() || !open)
                              .map(reason -> ": " + reason)
                              .orElse(""));
              diary.tell(
                  connection,
                  Correspondence.Kind.BOOKED,
                  List.of(booked),
                  token,
                  Optional.empty(),
                  Optional.empty());
              return new DeskBooking.Booked(booked);
            });
  }

  /** The very visit, where a form is sent a second time. */
  private Optional<Appointment> sameBefore(Visit visit, Service service, Person person) {
    return diary.appointments().between(visit.start(), visit.start().plusSeconds(1)).stream()
        .map(Diary::appointment)
        .filter(
            one ->
                !one.cancelled()
                    && one.practitioner().equals(visit.practitioner())
                    && one.service().equals(service.id())
                    && one.person().equals(person))
        .findFirst();
  }

  /** Whether the hours are open; how soon and how far ahead is for staff to decide. */
  private boolean isOpenForStaff(Practitioner practitioner, Service service, Instant start) {
    Optional<NotOffered.Why> refusal =
        diary.freeTimes().refusal(practitioner, service, start, diary.clock().instant());
    return refusal.filter(why -> why != NotOffered.Why.OFF_GRID).isEmpty();
  }

  /**
   * What visits at these starts would be, each on its own.
   *
   * @param weeks between two of them
   */
  public List<Planned> plan(
      Practitioner practitioner, Service service, Instant first, int visits, int weeks) {
    return repeated.plan(practitioner, service, first, visits, weeks);
  }

  /**
   * Books visits of one person week after week, all of them or none.
   *
   * @param first the start by which the series goes
   */
  public SeriesBooking bookAll(
      AtDesk by,
      BookingRequest request,
      Optional<UUID> journey,
      Instant first,
      int weeks,
      List<Instant> starts) {
    Service service = diary.clinic().service(request.service()).orElseThrow();
    Practitioner whose = diary.clinic().practitioner(request.practitioner()).orElseThrow();
    boolean theirs =
        starts.stream()
            .allMatch(start -> by.sees(diary.freeTimes().placeAt(whose, service, start).id()));
    if (!theirs) {
      return new SeriesBooking.Conflicts(whose.id(), List.of());
    }
    return repeated.book(
        request,
        first,
        weeks,
        starts,
        RepeatedVisits.MOST,
        journey,
        (connection, booked) -> {
          for (Appointment each : booked) {
            by.record().add(connection, "booked", journey, written(each));
          }
        });
  }

  private static String written(Appointment appointment) {
    return "visit "
        + appointment.id()
        + " with "
        + appointment.practitioner()
        + " at "
        + appointment.start();
  }

  /**
   * Moves a visit, for a reason that the person reads.
   *
   * @param onPurpose whether it is moved although it is outside the hours
   */
  public Moving move(
      AtDesk by, UUID id, Practitioner practitioner, Instant start, Optional<String> reason) {
    Optional<Appointment> found = find(by, id);
    if (found.isEmpty()) {
      return new Moving.Unknown();
    }
    Appointment before = found.get();
    if (before.cancelled()) {
      return new Moving.Over(before);
    }
    Optional<Service> service = diary.clinic().service(before.service());
    if (service.isEmpty() || !practitioner.does(service.get())) {
      return new NotOffered(NotOffered.Why.SERVICE);
    }
    Instant now = diary.now();
    Visit to = diary.visit(practitioner, service.get(), start);
    if (!start.isAfter(now)) {
      return new NotOffered(NotOffered.Why.PAST);
    }
    if (!by.sees(to.place()) || !isOpenForStaff(practitioner, service.get(), start)) {
      return new NotOffered(NotOffered.Why.CLOSED);
    }
    try {
      return diary
          .appointments()
          .write(
              connection -> {
                Appointment was =
                    diary.appointments().find(connection, id).map(Diary::appointment).orElseThrow();
                if (was.cancelled()) {
                  return new Moving.Over(was);
                }
                Appointment after =
                    diary
                        .appointments()
                        .move(connection, id, to, now, reason)
                        .map(Diary::appointment)
                        .orElseThrow();
                by.record()
                    .add(
                        connection,
                        "moved",
                        after.journey(),
                        written(was) + " to " + after.practitioner() + " at " + after.start());
                diary.tell(
                    connection,
                    Correspondence.Kind.MOVED,
                    List.of(after),
                    diary.newLink(connection, after),
                    Optional.of(was.start()),
                    reason);
                waitingList.freed(connection, was);
                return new Moving.Moved(after);
              });
    } catch (Conflict somebodyHasIt) {
      return new Booking.Taken();
    }
  }

  /**
   * Cancels a visit, for a reason that the person reads.
   *
   * @param following whether those that follow it in its series are cancelled too
   */
  public Cancelling cancel(AtDesk by, UUID id, String reason, boolean following) {
    Optional<Appointment> found = find(by, id);
    if (found.isEmpty()) {
      return new Moving.Unknown();
    }
    Instant now = diary.now();
    List<Appointment> visits =
        following && found.get().series().isPresent()
            ? repeated.following(found.get())
            : List.of(found.get());
    return diary
        .appointments()
        .write(
            connection -> {
              List<Appointment> cancelled = new ArrayList<>();
              for (Appointment each : visits) {
                Appointment was =
                    diary
                        .appointments()
                        .find(connection, each.id())
                        .map(Diary::appointment)
                        .orElseThrow();
                if (!was.cancelled()) {
                  diary
                      .appointments()
                      .cancel(connection, was.id(), now, Optional.of(reason))
                      .map(Diary::appointment)
                      .ifPresent(cancelled::add);
                  by.record()
                      .add(connection, "cancelled", was.journey(), written(was) + ": " + reason);
                }
              }
              if (cancelled.isEmpty()) {
                return new Moving.Over(found.get());
              }
              diary.tell(
                  connection,
                  Correspondence.Kind.CANCELLED,
                  cancelled,
                  diary.newLink(connection, cancelled.getFirst()),
                  Optional.empty(),
                  Optional.of(reason));
              for (Appointment each : visits) {
                waitingList.freed(connection, each);
              }
              return new Cancelling.Cancelled(cancelled.getFirst());
            });
  }

  /** Says whether somebody came, or takes it back. False where it is not theirs, or cancelled. */
  public boolean attended(AtDesk by, UUID id, Attendance attendance) {
    Optional<Appointment> found = find(by, id).filter(one -> !one.cancelled());
    if (found.isEmpty()) {
      return false;
    }
    Optional<String> kept =
        switch (attendance) {
          case UNKNOWN -> Optional.empty();
          case ARRIVED -> Optional.of("arrived");
          case NO_SHOW -> Optional.of("no-show");
        };
    return diary
        .appointments()
        .write(
            connection -> {
              diary.appointments().attended(connection, id, kept);
              by.record()
                  .add(
                      connection,
                      kept.orElse("attendance taken back"),
                      found.get().journey(),
                      written(found.get()));
              return true;
            });
  }

  /** Takes a stretch out of a calendar; empty where somebody has a part of it. */
  public Optional<Block> block(
      AtDesk by, Practitioner practitioner, Instant start, Instant end, String why) {
    if (!seesCalendar(by, practitioner.id())
        || !end.isAfter(start)
        || Cells.of(end) - Cells.of(start) > MOST_CELLS) {
      return Optional.empty();
    }
    List<Long> cells = new ArrayList<>();
    for (long cell = Cells.of(start); Cells.start(cell).isBefore(end); cell++) {
      cells.add(cell);
    }
    BlockedTimes.Blocked blocked =
        new BlockedTimes.Blocked(diary.ids().get(), practitioner.id(), start, end, why);
    Instant now = diary.now();
    return diary
        .appointments()
        .write(
            connection -> {
              if (!isFree(connection, practitioner.id(), cells, now)
                  || !BlockedTimes.add(connection, blocked, cells, now)) {
                return Optional.empty();
              }
              by.record().add(connection, "blocked a time", Optional.empty(), written(blocked));
              return Optional.of(block(blocked));
            });
  }

  private static final int MOST_CELLS = 31 * 24 * 12;

  private static boolean isFree(
      Connection connection, String practitioner, List<Long> cells, Instant now)
      throws SQLException {
    return CalendarCells.claims(connection, cells.getFirst(), cells.getLast() + 1, now).stream()
        .noneMatch(claim -> claim.practitioner().equals(practitioner));
  }

  private static String written(BlockedTimes.Blocked blocked) {
    return blocked.practitioner()
        + " from "
        + blocked.start()
        + " to "
        + blocked.end()
        + ": "
        + blocked.why();
  }

  /** Opens a blocked time again. */
  public boolean unblock(AtDesk by, UUID id) {
    return diary
        .appointments()
        .write(
            connection -> {
              Optional<BlockedTimes.Blocked> blocked = BlockedTimes.find(connection, id);
              if (blocked.isEmpty() || !seesCalendar(by, blocked.get().practitioner())) {
                return false;
              }
              BlockedTimes.end(connection, id);
              by.record()
                  .add(
                      connection,
                      "opened a blocked time",
                      Optional.empty(),
                      written(blocked.get()));
              return true;
            });
  }

  /** Those who wait, as far as somebody sees them. */
  public List<Waiting> waiting(AtDesk by) {
    return waitingList.all().stream()
        .filter(
            waiting ->
                waiting.wish().place().map(by::sees).orElse(true)
                    && (waiting.wish().practitioner().equals(Clinic.ANYONE)
                        || seesCalendar(by, waiting.wish().practitioner())))
        .toList();
  }

  /** Offers a time to one who waits; false where somebody has it, or they have another offer. */
  public boolean offer(AtDesk by, UUID waiting, Practitioner practitioner, Instant start) {
    if (!seesCalendar(by, practitioner.id())) {
      return false;
    }
    return diary
        .appointments()
        .write(
            connection -> {
              boolean offered = waitingList.offerByHand(connection, waiting, practitioner, start);
              if (offered) {
                by.record()
                    .add(
                        connection,
                        "offered a time",
                        Optional.empty(),
                        "to " + waiting + " with " + practitioner.id() + " at " + start);
              }
              return offered;
            });
  }

  /** Takes somebody off the waiting list. */
  public boolean takeOff(AtDesk by, UUID waiting) {
    return diary
        .appointments()
        .write(
            connection -> {
              boolean left = waitingList.leave(connection, waiting);
              if (left) {
                by.record()
                    .add(
                        connection,
                        "took off the waiting list",
                        Optional.empty(),
                        waiting.toString());
              }
              return left;
            });
  }
}
