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
 * A clinic as its settings describe it: who works when and where, what can be booked, and how to
 * reach it.
 *
 * @param zone the clock of the clinic, and of every place that names none of its own
 * @param emergency what to do at once when it cannot wait, in the words of the clinic's country
 * @param look the clinic's own, where it has one
 * @param language that it speaks to who wishes none of the others, such as {@code en}
 * @param links where to get an aid, by the link's name in the programme
 */
public record Clinic(
    String name,
    ZoneId zone,
    Contact contact,
    ClinicText emergency,
    Map<String, URI> links,
    BookingRules rules,
    List<Place> places,
    List<Service> services,
    List<Practitioner> practitioners,
    List<SpecialDays> exceptions,
    Look look,
    String language) {

  /** Whoever of the practitioners has time; no practitioner has this id. */
  public static final String ANYONE = "anyone";

  static final String ENGLISH = "en";

  public Clinic {
    if (places.isEmpty()) {
      throw new IllegalArgumentException("a clinic has at least one place, got none");
    }
    places = List.copyOf(places);
    links = Collections.unmodifiableMap(new LinkedHashMap<>(links));
    services = List.copyOf(services);
    practitioners = List.copyOf(practitioners);
    exceptions = List.copyOf(exceptions);
  }

  /** A clinic of one place. */
  public Clinic(
      String name,
      ZoneId zone,
      Contact contact,
      ClinicText emergency,
      Map<String, URI> links,
      BookingRules rules,
      List<Service> services,
      List<Practitioner> practitioners,
      List<SpecialDays> exceptions) {
    this(
        name,
        zone,
        contact,
        emergency,
        links,
        rules,
        List.of(new Place(Place.MAIN, ClinicText.in(ENGLISH, name), contact.address(), zone)),
        services,
        practitioners,
        exceptions,
        Look.OURS,
        ENGLISH);
  }

  /**
   * A place where the clinic works.
   *
   * @param zone the clock on its wall; the hours of who works there are in it
   */
  public record Place(String id, ClinicText title, Optional<String> address, ZoneId zone) {

    /** The id of the one place of a clinic that names none. */
    public static final String MAIN = "main";
  }

  /** How to reach the clinic; what it did not say is empty, and the pages leave it out. */
  public record Contact(
      Optional<String> phone,
      Optional<String> email,
      Optional<URI> website,
      Optional<String> address) {

    static final Contact NONE =
        new Contact(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * Something that can be booked.
   *
   * @param minutes its length as the person is told it, in whole cells
   * @param bufferBefore minutes the practitioner is busy before it, and {@code bufferAfter} after;
   *     they block the calendar and may lie outside the hours
   * @param mostRepeats how many visits a person may book at once, week after week; 1 for one alone
   */
  public record Service(
      String id,
      ClinicText title,
      Optional<ClinicText> about,
      int minutes,
      int bufferBefore,
      int bufferAfter,
      int mostRepeats) {

    /** That a person books one visit at a time of. */
    public Service(
        String id,
        ClinicText title,
        Optional<ClinicText> about,
        int minutes,
        int bufferBefore,
        int bufferAfter) {
      this(id, title, about, minutes, bufferBefore, bufferAfter, 1);
    }

    public Service {
      if (mostRepeats < 1) {
        throw new IllegalArgumentException("a visit is booked at least once, got " + mostRepeats);
      }
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

  /**
   * Someone who can be booked, known by role; {@code services} are ids.
   *
   * @param hours of an ordinary week, by the id of the place, in the places' order
   */
  public record Practitioner(
      String id,
      ClinicText title,
      Optional<ClinicText> about,
      List<String> services,
      Map<String, WeeklyHours> hours) {

    public Practitioner {
      if (hours.isEmpty()) {
        throw new IllegalArgumentException("a practitioner works somewhere, got no place");
      }
      services = List.copyOf(services);
      hours = Collections.unmodifiableMap(new LinkedHashMap<>(hours));
    }

    /** Someone at a clinic's only place. */
    public Practitioner(
        String id,
        ClinicText title,
        Optional<ClinicText> about,
        List<String> services,
        WeeklyHours hours) {
      this(id, title, about, services, Map.of(Place.MAIN, hours));
    }

    /** The ids of the places where they work. */
    public List<String> places() {
      return List.copyOf(hours.keySet());
    }

    public boolean does(Service service) {
      return services.contains(service.id());
    }
  }

  public Optional<Service> service(String id) {
    return services.stream().filter(service -> service.id().equals(id)).findFirst();
  }

  public Optional<Practitioner> practitioner(String id) {
    return practitioners.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** What a service is called to who reads a language; its id where it is there no more. */
  public String serviceTitle(String id, String reader) {
    return service(id).map(service -> service.title().to(reader)).orElse(id);
  }

  /** What a practitioner is called to who reads a language. */
  public Optional<String> practitionerTitle(String id, String reader) {
    return practitioner(id).map(one -> one.title().to(reader));
  }

  public Optional<Place> place(String id) {
    return places.stream().filter(place -> place.id().equals(id)).findFirst();
  }

  /** The places where a practitioner works, in order. */
  public List<Place> placesOf(Practitioner practitioner) {
    return practitioner.places().stream().flatMap(id -> place(id).stream()).toList();
  }

  /** The clock on the wall of a place; the clinic's where it is there no more. */
  public ZoneId zoneOf(String place) {
    return place(place).map(Place::zone).orElse(zone);
  }

  public Optional<URI> link(String name) {
    return Optional.ofNullable(links.get(name));
  }

  /**
   * The hours of one practitioner on one date at one place: the exception where there is one. Where
   * they work at several places, an exception that names none only takes hours away.
   */
  public List<OpenHours> hours(Practitioner practitioner, String place, LocalDate date) {
    WeeklyHours week = practitioner.hours().getOrDefault(place, new WeeklyHours(Map.of()));
    List<OpenHours> ordinary = week.on(date.getDayOfWeek());
    Optional<String> own = Optional.of(practitioner.id());
    return exception(date, own, Optional.of(place))
        .or(() -> exception(date, own, Optional.empty()))
        .or(() -> exception(date, Optional.empty(), Optional.of(place)))
        .or(() -> exception(date, Optional.empty(), Optional.empty()))
        .map(
            special ->
                practitioner.hours().size() > 1 && special.place().isEmpty()
                    ? OpenHours.inBoth(ordinary, special.hours())
                    : special.hours())
        .orElse(ordinary);
  }

  private Optional<SpecialDays> exception(
      LocalDate date, Optional<String> whose, Optional<String> where) {
    return exceptions.stream()
        .filter(
            special ->
                special.covers(date)
                    && special.practitioner().equals(whose)
                    && special.place().equals(where))
        .findFirst();
  }
}
