package org.counterpose.booking;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.counterpose.booking.Clinic.Practitioner;
import org.counterpose.booking.Clinic.Service;
import org.counterpose.store.CalendarCells;
import org.counterpose.store.FreedTimes;
import org.counterpose.store.Visit;
import org.counterpose.store.WaitingPeople;

/**
 * Offers what was freed to those who wait: a time is kept for one person, the first whom it suits,
 * and they are written to. Of a long stretch each gets one time.
 */
final class Offering {

  private static final LocalTime MORNING = LocalTime.of(8, 0);
  private static final LocalTime EVENING = LocalTime.of(20, 0);

  /** Less time than this to answer is no offer. */
  private static final Duration SHORTEST = Duration.ofMinutes(10);

  /** More cells than any visit has: only within so many of a freed one can a visit touch it. */
  private static final long REACH = 24 * 12;

  private final Diary diary;

  /** As people book, however staff see the calendar. */
  private final FreeTimes freeTimes;

  Offering(Diary diary) {
    this.diary = diary;
    this.freeTimes = new FreeTimes(diary.clinic());
  }

  /** A freed stretch of a calendar, and every cell around it that somebody has. */
  private record Freed(Practitioner whose, FreedTimes.Stretch stretch, Set<Long> taken) {

    boolean touches(Visit visit) {
      return visit.cells().getFirst() < stretch.beforeCell()
          && visit.cells().getLast() >= stretch.fromCell();
    }

    /** Whether a visit needs nothing but what was freed. */
    boolean holds(Visit visit) {
      return visit.cells().getFirst() >= stretch.fromCell()
          && visit.cells().getLast() < stretch.beforeCell();
    }
  }

  /** Offers all that was freed since this was last done. */
  void passOn(Connection connection) throws SQLException {
    for (FreedTimes.Stretch stretch : FreedTimes.takeAll(connection)) {
      Optional<Practitioner> whose = diary.clinic().practitioner(stretch.practitioner());
      if (whose.isPresent()) {
        passOn(connection, whose.get(), stretch);
      }
    }
  }

  private void passOn(Connection connection, Practitioner whose, FreedTimes.Stretch stretch)
      throws SQLException {
    List<WaitingPeople.Person> waiting =
        WaitingPeople.inOrder(connection).stream()
            .filter(
                person ->
                    (person.practitioner().equals(Clinic.ANYONE)
                            || person.practitioner().equals(whose.id()))
                        && !person.askedAt().isBefore(stretch.since()))
            .toList();
    if (waiting.isEmpty()) {
      return;
    }
    Freed freed = new Freed(whose, stretch, taken(connection, stretch));
    Map<String, List<Visit>> visits = new HashMap<>();
    for (WaitingPeople.Person person : waiting) {
      Optional<Visit> offered =
          offerOneOf(
              connection,
              person,
              freed,
              visits.computeIfAbsent(person.service(), id -> of(id, freed)));
      offered.ifPresent(visit -> freed.taken().addAll(visit.cells()));
      if (offered.isPresent()) {
        visits.replaceAll(
            (service, left) -> left.stream().filter(visit -> isFree(visit, freed)).toList());
      }
    }
  }

  private Set<Long> taken(Connection connection, FreedTimes.Stretch stretch) throws SQLException {
    Set<Long> taken = new HashSet<>();
    for (CalendarCells.Claim claim :
        CalendarCells.claims(
            connection, stretch.fromCell() - REACH, stretch.beforeCell() + REACH, diary.now())) {
      if (claim.practitioner().equals(stretch.practitioner())) {
        taken.add(claim.cell());
      }
    }
    return taken;
  }

  /** What can be had of a service now that a stretch is free, what lies within it first. */
  private List<Visit> of(String id, Freed freed) {
    Optional<Service> service = diary.clinic().service(id).filter(freed.whose()::does);
    if (service.isEmpty()) {
      return List.of();
    }
    LocalDate from = date(freed.stretch().fromCell()).minusDays(1);
    LocalDate to = date(freed.stretch().beforeCell()).plusDays(1);
    return freeTimes
        .of(
            freed.whose(),
            service.get(),
            new FreeTimes.Dates(from, to),
            (practitioner, cell) -> freed.taken().contains(cell),
            diary.clock().instant())
        .stream()
        .map(time -> diary.visit(freed.whose(), service.get(), time.start()))
        .filter(freed::touches)
        .sorted(
            Comparator.comparing((Visit visit) -> !freed.holds(visit)).thenComparing(Visit::start))
        .toList();
  }

  private LocalDate date(long cell) {
    return LocalDate.ofInstant(Cells.start(cell), diary.clinic().zone());
  }

  private static boolean isFree(Visit visit, Freed freed) {
    return visit.cells().stream().noneMatch(freed.taken()::contains);
  }

  private Optional<Visit> offerOneOf(
      Connection connection, WaitingPeople.Person person, Freed freed, List<Visit> visits)
      throws SQLException {
    for (Visit visit : visits) {
      if (suits(person, visit)
          && !wasOffered(connection, person, freed, visit)
          && offer(connection, person, visit)) {
        return Optional.of(visit);
      }
    }
    return Optional.empty();
  }

  /**
   * Whether somebody was offered this time before, or, where it only touches what was freed, any of
   * that: nobody who said no is asked again for a time a little beside.
   */
  private static boolean wasOffered(
      Connection connection, WaitingPeople.Person person, Freed freed, Visit visit)
      throws SQLException {
    long first = visit.cells().getFirst();
    long before = visit.cells().getLast() + 1;
    boolean within = freed.holds(visit);
    return WaitingPeople.wasOffered(
        connection,
        person.id(),
        visit.practitioner(),
        Cells.start(within ? first : Math.min(first, freed.stretch().fromCell())),
        Cells.start(within ? before : Math.max(before, freed.stretch().beforeCell())));
  }

  private boolean suits(WaitingPeople.Person person, Visit visit) {
    ZoneId zone = diary.clinic().zoneOf(visit.place());
    return person.place().filter(only -> !only.equals(visit.place())).isEmpty()
        && WaitingList.wish(person).suits(LocalDateTime.ofInstant(visit.start(), zone));
  }

  /**
   * Offers a time to one person by hand. False where somebody has it, they have another, nobody
   * works then, or it is not for this member of staff to give.
   */
  boolean byHand(Connection connection, AtDesk by, UUID waiting, Practitioner whose, Instant start)
      throws SQLException {
    Optional<WaitingPeople.Person> person =
        WaitingPeople.find(connection, waiting).filter(one -> one.state().equals("waiting"));
    Optional<Service> service =
        person.flatMap(one -> diary.clinic().service(one.service())).filter(whose::does);
    if (service.isEmpty() || !Cells.isStart(start)) {
      return false;
    }
    Visit visit = diary.visit(whose, service.get(), start);
    return by.sees(visit.place())
        && diary.ofStaff().isOpen(whose, service.get(), start)
        && offer(connection, person.orElseThrow(), visit);
  }

  /** Keeps a time for somebody and writes to them; false where it cannot be kept. */
  private boolean offer(Connection connection, WaitingPeople.Person person, Visit visit)
      throws SQLException {
    Instant now = diary.now();
    Instant until = until(now, visit.start(), diary.clinic().zoneOf(visit.place()));
    UUID id = diary.ids().get();
    if (until.isBefore(now.plus(SHORTEST))
        || WaitingPeople.openOffer(connection, person.id()).isPresent()) {
      return false;
    }
    if (!CalendarCells.claim(connection, visit, CalendarCells.Claimant.staying(id, now))) {
      CalendarCells.drop(connection, id);
      return false;
    }
    WaitingPeople.Offer kept =
        new WaitingPeople.Offer(
            id,
            person.id(),
            visit.practitioner(),
            visit.place(),
            person.service(),
            visit.start(),
            visit.end(),
            now,
            until,
            "open");
    String token = diary.newToken();
    WaitingPeople.add(connection, kept, Token.hash(token));
    diary
        .letters()
        .tell(
            connection,
            new Correspondence.Offered(
                Offer.of(kept, person, now), WaitingList.whose(person), token));
    return true;
  }

  /** So many minutes of daytime from now, and not later than the time can still be booked. */
  private Instant until(Instant now, Instant start, ZoneId zone) {
    BookingRules rules = diary.clinic().rules();
    Duration left = Duration.ofMinutes(rules.offerMinutes());
    ZonedDateTime at = now.atZone(zone);
    while (true) {
      ZonedDateTime morning = at.with(MORNING);
      ZonedDateTime evening = at.with(EVENING);
      if (at.isBefore(morning)) {
        at = morning;
      }
      Duration today = Duration.between(at, evening);
      if (today.compareTo(left) >= 0) {
        at = at.plus(left);
        break;
      }
      left = today.isNegative() ? left : left.minus(today);
      at = at.toLocalDate().plusDays(1).atStartOfDay(zone);
    }
    Instant latest = start.minus(Duration.ofMinutes(rules.leadMinutes()));
    return at.toInstant().isBefore(latest) ? at.toInstant() : latest;
  }
}
