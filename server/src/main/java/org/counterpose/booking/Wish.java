package org.counterpose.booking;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.counterpose.booking.Clinic.Practitioner;
import org.counterpose.booking.Clinic.Service;
import org.counterpose.document.Fields;
import org.counterpose.document.Node;

/**
 * What a person wants to book, and who they are.
 *
 * @param practitioner an id, or {@link Clinic#ANYONE}
 * @param place where it must be; anywhere where empty
 */
public record Wish(
    String practitioner, Optional<String> place, Service service, Instant start, Person person) {

  /**
   * Reads {@code practitioner, start, service, name, email} and notes everything that is wrong with
   * them; where a time is not offered, that too.
   */
  public static Optional<Wish> read(Fields fields, Bookings bookings) {
    int before = fields.problems().count();
    Clinic clinic = bookings.clinic();
    boolean anyone =
        fields.any("practitioner").flatMap(Wish::text).filter(Clinic.ANYONE::equals).isPresent();
    Optional<Practitioner> practitioner = anyone ? Optional.empty() : practitioner(fields, clinic);
    Optional<String> place = place(fields, clinic);
    Optional<Instant> start = start(fields);
    Optional<Service> service = service(fields, clinic);
    Optional<String> name =
        fields.text("name").map(String::strip).filter(text -> isName(fields, text));
    Optional<String> email =
        fields.text("email").map(String::strip).filter(text -> isEmail(fields, text));
    if (fields.problems().noneSince(before)) {
      return Optional.of(
          new Wish(
              practitioner.map(Practitioner::id).orElse(Clinic.ANYONE),
              place,
              service.orElseThrow(),
              start.orElseThrow(),
              new Person(name.orElseThrow(), email.orElseThrow())));
    }
    if (practitioner.isPresent() && service.isPresent() && start.isPresent()) {
      bookings
          .refusal(practitioner.get(), service.get(), start.get())
          .ifPresent(why -> fields.wrong(field(why), said(why, clinic)));
    }
    return Optional.empty();
  }

  /** The request to book this, under a key. */
  public BookingRequest under(String key, Optional<BookingRequest.Shared> shared) {
    return new BookingRequest(key, practitioner, service.id(), start, person, shared).at(place);
  }

  /** The instant in {@code start}, which must carry its offset. */
  public static Optional<Instant> start(Fields fields) {
    return fields
        .text("start")
        .flatMap(
            text -> {
              try {
                Instant instant = OffsetDateTime.parse(text).toInstant();
                int year = instant.atOffset(ZoneOffset.UTC).getYear();
                if (year >= 1900 && year <= 2999) {
                  return Optional.of(instant);
                }
              } catch (DateTimeException e) {
                // told below
              }
              fields.wrong(
                  "start",
                  "must be a time with its offset such as 2026-11-24T09:00:00-05:00, of 1900 to"
                      + " 2999");
              return Optional.empty();
            });
  }

  public static Optional<Service> service(Fields fields, Clinic clinic) {
    return fields
        .text("service")
        .flatMap(
            id -> {
              Optional<Service> service = clinic.service(id);
              if (service.isEmpty()) {
                fields.wrong(
                    "service", notKnown(clinic.services().stream().map(Service::id).toList()));
              }
              return service;
            });
  }

  private static Optional<String> text(Node node) {
    return node instanceof Node.Text text ? Optional.of(text.value()) : Optional.empty();
  }

  /** The place that is asked for, if any. */
  public static Optional<String> place(Fields fields, Clinic clinic) {
    return fields
        .textIfAny("place")
        .filter(
            id -> {
              boolean known = clinic.place(id).isPresent();
              if (!known) {
                fields.wrong(
                    "place", notKnown(clinic.places().stream().map(Clinic.Place::id).toList()));
              }
              return known;
            });
  }

  private static Optional<Practitioner> practitioner(Fields fields, Clinic clinic) {
    return fields.text("practitioner").flatMap(id -> practitioner(fields, clinic, id));
  }

  /** The practitioner of an id that stands in the field {@code practitioner}. */
  public static Optional<Practitioner> practitioner(Fields fields, Clinic clinic, String id) {
    Optional<Practitioner> practitioner = clinic.practitioner(id);
    if (practitioner.isEmpty()) {
      fields.wrong(
          "practitioner", notKnown(clinic.practitioners().stream().map(Practitioner::id).toList()));
    }
    return practitioner;
  }

  private static String notKnown(List<String> known) {
    return "is not known here; known are " + String.join(", ", known);
  }

  private static boolean isName(Fields fields, String text) {
    if (Person.isName(text)) {
      return true;
    }
    fields.wrong(
        "name", "must be 1 to " + Person.LONGEST_NAME + " characters without control characters");
    return false;
  }

  private static boolean isEmail(Fields fields, String text) {
    if (Person.isEmail(text)) {
      return true;
    }
    fields.wrong(
        "email", "must be an e-mail address of at most " + Person.LONGEST_EMAIL + " characters");
    return false;
  }

  /** The field that is to blame for a refusal. */
  public static String field(NotOffered.Why why) {
    return switch (why) {
      case PAST, TOO_SOON, TOO_FAR_AHEAD, OFF_GRID, CLOSED -> "start";
      case SERVICE -> "practitioner";
    };
  }

  /** A refusal in words. */
  public static String said(NotOffered.Why why, Clinic clinic) {
    BookingRules rules = clinic.rules();
    return switch (why) {
      case PAST -> "must not be in the past";
      case TOO_SOON -> "must be at least " + rules.leadMinutes() + " minutes from now";
      case TOO_FAR_AHEAD -> "must be at most " + rules.aheadDays() + " days ahead";
      case OFF_GRID ->
          "must be on the clock's " + rules.startEveryMinutes() + " minutes; see the free times";
      case CLOSED -> "must be within the practitioner's hours; see the free times";
      case SERVICE -> "does not do that service";
    };
  }
}
