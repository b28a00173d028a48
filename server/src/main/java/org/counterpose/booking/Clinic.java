package org.counterpose.booking;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A clinic as its settings describe it: who works when, what can be booked, and how to reach it.
 *
 * @param emergency what to do at once when it cannot wait, in the words of the clinic's country
 * @param links where to get an aid, by the link's name in the programme
 */
public record Clinic(
    String name,
    ZoneId zone,
    Contact contact,
    String emergency,
    Map<String, URI> links,
    BookingRules rules,
    List<Service> services,
    List<Practitioner> practitioners,
    List<SpecialDays> exceptions) {

  public Clinic {
    links = Collections.unmodifiableMap(new LinkedHashMap<>(links));
    services = List.copyOf(services);
    practitioners = List.copyOf(practitioners);
    exceptions = List.copyOf(exceptions);
  }

  /** How to reach the clinic; what it did not say is empty, and the pages leave it out. */
  public record Contact(
      Optional<String> phone,
      Optional<String> email,
      Optional<URI> website,
      Optional<String> address) {}

  /**
   * When a time may be booked.
   *
   * @param startEveryMinutes visits start when the minutes of the clock are a multiple of this
   * @param leadMinutes how long before it a time can still be booked
   * @param aheadDays how many days after today can be booked
   * @param keepAppointmentsDays how many days after a visit it is deleted, name and e-mail with it
   */
  public record BookingRules(
      int startEveryMinutes, int leadMinutes, int aheadDays, int keepAppointmentsDays) {
    public BookingRules {
      if (startEveryMinutes < 5 || startEveryMinutes % 5 != 0 || 60 % startEveryMinutes != 0) {
        throw new IllegalArgumentException(
            "visits start every 5, 10, 15, 20, 30 or 60 minutes, got " + startEveryMinutes);
      }
      if (leadMinutes < 0 || aheadDays < 1) {
        throw new IllegalArgumentException(
            "lead must not be negative nor the days ahead below 1, got "
                + leadMinutes
                + " and "
                + aheadDays);
      }
      if (keepAppointmentsDays < 1) {
        throw new IllegalArgumentException(
            "a visit is kept for at least a day after it, got " + keepAppointmentsDays);
      }
    }
  }

  /**
   * Something that can be booked.
   *
   * @param minutes its length as the person is told it, in whole cells
   * @param bufferBefore minutes the practitioner is busy before it, and {@code bufferAfter} after;
   *     they block the calendar and may lie outside the hours
   */
  public record Service(
      String id,
      String title,
      Optional<String> about,
      int minutes,
      int bufferBefore,
      int bufferAfter) {
    public Service {
      if (minutes < 5 || minutes % 5 != 0 || bufferBefore % 5 != 0 || bufferAfter % 5 != 0) {
        throw new IllegalArgumentException(
            "a visit and its buffers are multiples of 5 minutes, got "
                + List.of(minutes, bufferBefore, bufferAfter));
      }
      if (bufferBefore < 0 || bufferAfter < 0) {
        throw new IllegalArgumentException(
            "buffers must not be negative, got " + List.of(bufferBefore, bufferAfter));
      }
    }
  }

  /** Someone who can be booked, known by role; {@code services} are ids. */
  public record Practitioner(
      String id, String title, Optional<String> about, List<String> services, WeeklyHours hours) {
    public Practitioner {
      services = List.copyOf(services);
    }
  }

  /**
   * Dates, both included, on which other hours hold; no hours means closed.
   *
   * @param practitioner whom it concerns; everybody where empty. One's own goes before everybody's
   */
  public record SpecialDays(
      LocalDate from,
      LocalDate to,
      Optional<String> practitioner,
      List<OpenHours> hours,
      Optional<String> why) {
    public SpecialDays {
      hours = List.copyOf(hours);
    }

    boolean covers(LocalDate date) {
      return !date.isBefore(from) && !date.isAfter(to);
    }
  }

  public Optional<Service> service(String id) {
    return services.stream().filter(service -> service.id().equals(id)).findFirst();
  }

  public Optional<Practitioner> practitioner(String id) {
    return practitioners.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  public Optional<URI> link(String name) {
    return Optional.ofNullable(links.get(name));
  }

  /** The hours of one practitioner on one date: the exception where there is one. */
  public List<OpenHours> hours(Practitioner practitioner, LocalDate date) {
    return exception(date, Optional.of(practitioner.id()))
        .or(() -> exception(date, Optional.empty()))
        .map(SpecialDays::hours)
        .orElseGet(() -> practitioner.hours().on(date.getDayOfWeek()));
  }

  private Optional<SpecialDays> exception(LocalDate date, Optional<String> whose) {
    return exceptions.stream()
        .filter(special -> special.covers(date) && special.practitioner().equals(whose))
        .findFirst();
  }
}
