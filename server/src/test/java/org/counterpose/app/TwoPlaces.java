package org.counterpose.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.counterpose.booking.Appointment;
import org.counterpose.booking.AtDesk;
import org.counterpose.booking.BookingRequest;
import org.counterpose.booking.Clinic;
import org.counterpose.booking.DeskBooking;
import org.counterpose.booking.FrontDesk;
import org.counterpose.booking.Person;
import org.counterpose.booking.WaitingWish;
import org.counterpose.people.SignedIn;
import org.counterpose.practice.Practice;
import org.counterpose.reminder.Planned;
import org.counterpose.store.Also;

/** A running clinic of two places, with something real behind each address that it serves. */
final class TwoPlaces implements AutoCloseable {

  /** A place, and who works there. */
  enum Place {
    MAIN("kim"),
    ELSEWHERE("zoe");

    private final String practitioner;

    Place(String practitioner) {
      this.practitioner = practitioner;
    }

    String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    String practitioner() {
      return practitioner;
    }

    Place other() {
      return this == MAIN ? ELSEWHERE : MAIN;
    }

    /** A name of somebody there, as it stands on pages. */
    String who(String name) {
      return name + " of " + id();
    }
  }

  /** An address, and what in it names the thing that it leads to; empty where there is none. */
  record Address(String path, String thing) {

    /** The same address of something that never was. */
    Address ofNothing() {
      return with(
          thing.matches("[0-9a-f-]{36}")
              ? UUID.randomUUID().toString()
              : thing.replaceFirst("^[\\w-]+", "A".repeat(43)));
    }

    Address with(String other) {
      return new Address(path.replace(thing, other), other);
    }
  }

  private static final String CLINIC =
      """
      format: 1
      name: Two places
      zone: America/New_York
      emergency: Call 911
      booking: {startEveryMinutes: 60, leadMinutes: 120, aheadDays: 60}
      places:
        main: {title: In town}
        elsewhere: {title: By the lake}
      services:
        first-visit: {title: A visit, minutes: 45}
      practitioners:
        kim: {title: Kim of the town, services: [first-visit], places: [main]}
        zoe: {title: Zoe of the lake, services: [first-visit], places: [elsewhere]}
      hours:
        monday: ["08:00-20:00"]
        tuesday: ["08:00-20:00"]
        wednesday: ["08:00-20:00"]
        thursday: ["08:00-20:00"]
        friday: ["08:00-20:00"]
        saturday: ["08:00-20:00"]
        sunday: ["08:00-20:00"]
      """;

  private static final int HOURS_A_DAY = 12;
  private static final ZoneId WALL = ZoneId.of("America/New_York");
  private static final LocalDate FIRST_DAY = LocalDate.parse("2026-11-26");

  private static final AtDesk DESK =
      new AtDesk(Set.of(), (connection, what, journey, detail) -> {});

  private final SettableClock clock = SettableClock.at("2026-11-23T12:15:00Z");
  private final Served served;
  private final String administrator;
  private int hours;

  TwoPlaces(Path folder) {
    try {
      Files.writeString(folder.resolve("clinic.yaml"), CLINIC);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    served = Served.in(folder, clock, configuration -> configuration.withMail(Served.NOBODYS_MAIL));
    administrator = SignedIn.administrator(practice());
  }

  @Override
  public void close() {
    served.close();
  }

  Served served() {
    return served;
  }

  Practice practice() {
    return served.server().practice();
  }

  /** The cookie of an administrator, who sees every place. */
  String administrator() {
    return administrator;
  }

  /** The cookie of a practitioner who sees this place alone. */
  String practitioner(Place at) {
    return SignedIn.practitioner(practice(), at.id());
  }

  /** Somebody new who shares their trial with this place. */
  OnTrial person(Place at) {
    OnTrial person = OnTrial.begun(served);
    practice()
        .list()
        .share(
            practice().journeys().shared(person.journey()).orElseThrow(),
            at.id(),
            at.who("Ana"),
            Also.NOTHING);
    return person;
  }

  /** An hour that nobody has, on the clinic's wall. */
  LocalDateTime hour() {
    int hour = hours++;
    return FIRST_DAY.plusDays(hour / HOURS_A_DAY).atTime(8 + hour % HOURS_A_DAY, 0);
  }

  private Instant start() {
    return hour().atZone(WALL).toInstant();
  }

  /** An address of this form that leads to something new at this place, of this person. */
  Address address(String form, Place at, OnTrial person) {
    String path =
        form.replace("{programme}", "mid-back")
            .replace("{slug}", "mid-back")
            .replace("{screen}", "symptoms")
            .replace("{figure}", "towel.svg")
            .replace("{step}", "thread-the-needle")
            .replace("{slot}", "after-work")
            .replace("{service}", "first-visit")
            .replace("{practitioner}", at.practitioner())
            .replace("{key}", person.key())
            .replace("<path>", "css/base.css");
    if (path.contains("{start}")) {
      path = path.replace("{start}", start().toString());
    }
    String thing = path.contains("{") ? thing(form.replaceFirst("\\{.*", ""), at, person) : "";
    return new Address(path.replaceFirst("\\{\\w+}", thing).replaceAll("\\{\\w+}", "x"), thing);
  }

  private String thing(String under, Place at, OnTrial person) {
    return switch (under) {
      case "/staff/people/", "/api/v1/journeys/", "/j/" -> person.id();
      case "/staff/calendar/visits/", "/visits/" -> visit(at, person).id().toString();
      case "/staff/calendar/unblock/" -> blocked(at).id().toString();
      case "/staff/calendar/waiting/" -> idOf(waits(at)).toString();
      case "/appointment/", "/api/v1/appointments/" ->
          practice().bookings().newLink(visit(at, person));
      case "/waiting/" -> offered(at).place();
      case "/offer/" -> offered(at).offer();
      case "/staff/join/" ->
          found(
              administrators("/staff/team/invite", "name=Dr+New&role=PRACTITIONER&everywhere=yes"),
              under);
      case "/invited/" -> handedOut(at);
      case "/letter/" -> letterToConfirm(person);
      case "/stop/" -> stopped(person);
      case "/feed/" -> found(person.send("/reminders/feed", "").body(), under) + ".ics";
      case "/take-back/" -> rated(person).toString();
      case "/figures/" -> "1.0.0";
      case "/api/v1/programmes/" -> "mid-back";
      default -> "x";
    };
  }

  /** A visit that goes with a person's trial. */
  Appointment visit(Place at, OnTrial person) {
    BookingRequest request =
        new BookingRequest(
            UUID.randomUUID().toString(),
            at.practitioner(),
            "first-visit",
            start(),
            new Person(at.who("Bea"), "bea@person.example"),
            Optional.empty());
    DeskBooking booked =
        front().booking().book(DESK, request, Optional.of(person.journey()), Optional.empty());
    return ((DeskBooking.Booked) booked).appointment();
  }

  FrontDesk.Block blocked(Place at) {
    Instant from = start();
    return front()
        .block(DESK, whoWorks(at), from, from.plusSeconds(1800), at.who("A talk"))
        .orElseThrow();
  }

  /** Somebody on the waiting list, whom no time that becomes free suits. */
  String waits(Place at) {
    return waits(at, "wim@person.example");
  }

  private String waits(Place at, String email) {
    LocalDate late = FIRST_DAY.plusYears(1);
    return practice()
        .bookings()
        .waitingList()
        .join(
            new WaitingWish(
                "first-visit",
                at.practitioner(),
                Optional.empty(),
                late,
                late,
                EnumSet.allOf(DayOfWeek.class),
                0,
                1440,
                new Person(at.who("Wim"), email),
                Optional.empty()));
  }

  private UUID idOf(String place) {
    return practice().bookings().waitingList().find(place).orElseThrow().id();
  }

  /** A time that is kept for somebody who waits: their place on the list, and the offer. */
  private record Offered(String place, String offer) {}

  private Offered offered(Place at) {
    String email = newAddress();
    String place = waits(at, email);
    if (!front().offer(DESK, idOf(place), whoWorks(at), start())) {
      throw new AssertionError("no time could be offered at " + at);
    }
    return new Offered(place, found(letters(email), "/offer/"));
  }

  /** A programme that was handed to somebody. */
  String handedOut(Place at) {
    String form = "programme=mid-back&place=" + at.id() + "&name=" + at.who("Ned");
    return found(administrators("/staff/hand-out", form.replace(' ', '+')), "/invited/");
  }

  private String letterToConfirm(OnTrial person) {
    String email = newAddress();
    person.send("/keep/email", "email=" + email);
    return found(letters(email), "/letter/");
  }

  /** What ends the reminders of somebody who has some. */
  private String stopped(OnTrial person) {
    person.send("/letter/" + letterToConfirm(person), "");
    person.send(
        "/reminders",
        "kind=RATING&channel=MAIL&ratingAt=07%3A45&quietFrom=23%3A00&quietTo=07%3A00");
    new Planned(served).awaits(person.journey(), 1);
    String planned =
        column(
            "SELECT unsubscribe FROM message WHERE journey = ? AND cause IS NOT NULL", person.id());
    return found(planned, "/stop/");
  }

  private UUID rated(OnTrial person) {
    UUID entry = UUID.randomUUID();
    person.add("[" + OnTrial.rated(entry, clock.instant().toString(), 4) + "]");
    return entry;
  }

  private String administrators(String path, String form) {
    return served.sendForm(administrator, path, form).body();
  }

  private FrontDesk front() {
    return practice().bookings().frontDesk();
  }

  private Clinic.Practitioner whoWorks(Place at) {
    return practice().bookings().clinic().practitioner(at.practitioner()).orElseThrow();
  }

  private String letters(String email) {
    return column("SELECT group_concat(plain) FROM message WHERE recipient = ?", email);
  }

  private static String newAddress() {
    return UUID.randomUUID() + "@person.example";
  }

  private static String found(String text, String under) {
    Matcher link = Pattern.compile(Pattern.quote(under) + "([\\w-]{20,})").matcher(text);
    if (!link.find()) {
      throw new AssertionError("no link to " + under + " in " + text);
    }
    return link.group(1);
  }

  private String column(String sql, String of) {
    return practice()
        .database()
        .read(
            connection -> {
              try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setString(1, of);
                try (ResultSet row = select.executeQuery()) {
                  if (!row.next()) {
                    throw new AssertionError("nothing is kept of " + of);
                  }
                  return row.getString(1);
                }
              }
            });
  }
}
