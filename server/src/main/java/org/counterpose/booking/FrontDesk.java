package org.counterpose.booking;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.counterpose.booking.Clinic.Practitioner;
import org.counterpose.store.BlockedTimes;
import org.counterpose.store.CalendarCells;
import org.counterpose.store.HeldTimes;
import org.counterpose.store.Visit;
import org.counterpose.store.WaitingPeople;

/**
 * What staff see of the calendars and do with free time: block it, and offer it to who waits. Every
 * act of staff is written down with who did it, as it is done.
 */
public final class FrontDesk {

  private final Diary diary;
  private final WaitingList waitingList;
  private final Offering offering;
  private final BookingAtDesk booking;
  private final VisitsAtDesk visits;

  FrontDesk(Diary diary, WaitingList waitingList, Holds holds) {
    this.diary = diary.ofStaff();
    this.waitingList = waitingList;
    this.offering = new Offering(this.diary);
    this.booking = new BookingAtDesk(this.diary, new RepeatedVisits(this.diary, holds));
    this.visits = new VisitsAtDesk(this.diary);
  }

  /** What staff book for people. */
  public BookingAtDesk booking() {
    return booking;
  }

  /** What staff do with visits that are booked. */
  public VisitsAtDesk visits() {
    return visits;
  }

  /** A time that is blocked. */
  public record Block(UUID id, String practitioner, Instant start, Instant end, String why) {}

  /**
   * A time that is kept for a while.
   *
   * @param offered whether it is for one of the waiting list; else for who fills in the form
   */
  public record Kept(
      String practitioner, String place, Instant start, Instant end, boolean offered) {}

  /**
   * All that is in the calendars on some days.
   *
   * @param open when somebody works, {@code past} what nobody had of it and is over, and {@code
   *     free} what nobody has of it and is still to come
   * @param starts when a visit can begin in what is free, by time for each practitioner
   */
  public record Sheet(
      List<Appointment> appointments,
      List<Block> blocks,
      List<Kept> kept,
      List<FreeTimes.Stretch> open,
      List<FreeTimes.Stretch> past,
      List<FreeTimes.Stretch> free,
      List<Start> starts) {}

  /**
   * A time at which a visit can begin.
   *
   * @param service the first one of the clinic's that fits
   */
  public record Start(String practitioner, String place, Instant at, String service) {

    public boolean isIn(FreeTimes.Stretch stretch) {
      return practitioner.equals(stretch.practitioner())
          && place.equals(stretch.place())
          && !at.isBefore(stretch.start())
          && at.isBefore(stretch.end());
    }
  }

  /** The calendars from one date to before another, as far as somebody sees them. */
  public Sheet sheet(AtDesk by, LocalDate from, LocalDate before) {
    Instant start = from.minusDays(1).atStartOfDay(diary.clinic().zone()).toInstant();
    Instant end = before.plusDays(1).atStartOfDay(diary.clinic().zone()).toInstant();
    Instant now = diary.now();
    List<FreeTimes.Stretch> open = stretches(by, from, before, (practitioner, cell) -> false);
    FreeTimes.Claimed claimed = diary.claimed(from, before, Set.of());
    long reached = Cells.of(now);
    List<FreeTimes.Stretch> past =
        stretches(by, from, before, (who, cell) -> cell >= reached || claimed.is(who, cell));
    List<FreeTimes.Stretch> free =
        stretches(by, from, before, (who, cell) -> cell <= reached || claimed.is(who, cell));
    List<Start> starts = starts(by, new FreeTimes.Dates(from, before.minusDays(1)), claimed, now);
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
              List<Kept> kept =
                  kept(connection, now).stream()
                      .filter(one -> by.sees(one.place()))
                      .filter(one -> isOn(one.start(), one.place(), from, before))
                      .toList();
              return new Sheet(appointments, blocks, kept, open, past, free, starts);
            });
  }

  private List<Kept> kept(Connection connection, Instant now) throws SQLException {
    List<Kept> kept = new ArrayList<>();
    for (WaitingPeople.Offer offer : WaitingPeople.openOffers(connection)) {
      if (offer.until().isAfter(now)) {
        kept.add(new Kept(offer.practitioner(), offer.place(), offer.start(), offer.end(), true));
      }
    }
    for (HeldTimes.Held held : HeldTimes.all(connection, now)) {
      Optional<Practitioner> whose = diary.clinic().practitioner(held.practitioner());
      Optional<Clinic.Service> service = diary.clinic().service(held.service());
      if (whose.isPresent() && service.isPresent()) {
        Visit visit = diary.visit(whose.get(), service.get(), held.start());
        kept.add(new Kept(visit.practitioner(), visit.place(), visit.start(), visit.end(), false));
      }
    }
    return kept;
  }

  private List<Start> starts(
      AtDesk by, FreeTimes.Dates dates, FreeTimes.Claimed claimed, Instant now) {
    List<Start> starts = new ArrayList<>();
    for (Practitioner one : diary.clinic().practitioners()) {
      Map<Instant, Start> atTimes = new TreeMap<>();
      for (Clinic.Service service : diary.clinic().services()) {
        if (one.does(service)) {
          for (FreeTime free : diary.freeTimes().of(one, service, dates, claimed, now)) {
            if (by.sees(free.place())) {
              Start start = new Start(one.id(), free.place(), free.start(), service.id());
              atTimes.putIfAbsent(free.start(), start);
            }
          }
        }
      }
      starts.addAll(atTimes.values());
    }
    return List.copyOf(starts);
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
    return diary.write(
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
    return diary.write(
        connection -> {
          Optional<BlockedTimes.Blocked> blocked = BlockedTimes.find(connection, id);
          if (blocked.isEmpty() || !seesCalendar(by, blocked.get().practitioner())) {
            return false;
          }
          BlockedTimes.end(connection, id);
          by.record()
              .add(connection, "opened a blocked time", Optional.empty(), written(blocked.get()));
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
    return diary.write(
        connection -> {
          boolean offered = offering.byHand(connection, by, waiting, practitioner, start);
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
    return diary.write(
        connection -> {
          boolean left = WaitingList.leave(connection, waiting);
          if (left) {
            by.record()
                .add(connection, "took off the waiting list", Optional.empty(), waiting.toString());
          }
          return left;
        });
  }
}
