package org.counterpose.booking;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.counterpose.booking.Clinic.BookingRules;
import org.counterpose.booking.Clinic.Contact;
import org.counterpose.booking.Clinic.Place;
import org.counterpose.booking.Clinic.Practitioner;
import org.counterpose.booking.Clinic.Service;
import org.counterpose.booking.Clinic.SpecialDays;
import org.counterpose.document.Fields;
import org.counterpose.document.Node;
import org.counterpose.document.Problems;

/** Reads a clinic's settings and notes everything that is wrong in them. */
public final class ClinicReader {

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,39}");
  private static final Pattern HOURS =
      Pattern.compile("([01]\\d|2[0-4]):([0-5]\\d)-([01]\\d|2[0-4]):([0-5]\\d)");
  private static final int LONGEST_TEXT = 500;
  private static final int KEEP_APPOINTMENTS_DAYS = 90;
  private static final int MOST_REPEATS = 26;

  private final Problems problems;

  private ClinicReader(Problems problems) {
    this.problems = problems;
  }

  /** The clinic, where there was no problem in its settings. */
  public static Optional<Clinic> read(Node settings, Problems problems) {
    int before = problems.count();
    Optional<Clinic> clinic =
        Fields.of(settings, problems).flatMap(new ClinicReader(problems)::clinic);
    return problems.noneSince(before) ? clinic : Optional.empty();
  }

  private Optional<Clinic> clinic(Fields fields) {
    fields.whole("format", 1, 1);
    Optional<String> name = fields.text("name").filter(text -> shortEnough(fields, "name", text));
    Optional<ZoneId> zone = zone(fields);
    Contact contact =
        fields
            .objectIfAny("contact")
            .map(this::contact)
            .orElse(
                new Contact(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    Optional<String> emergency =
        fields.text("emergency").filter(text -> shortEnough(fields, "emergency", text));
    Map<String, URI> links = links(fields);
    Optional<BookingRules> rules = fields.object("booking").flatMap(this::rules);
    List<Place> places = places(fields, name, zone, contact);
    List<Service> services = named(fields, "services", this::service);
    WeeklyHours hours = weekly(fields, "hours").orElse(new WeeklyHours(Map.of()));
    List<Practitioner> practitioners =
        named(
            fields,
            "practitioners",
            (id, inner) ->
                practitioner(id, inner, new Given(hours, ids(fields, "services"), places)));
    List<SpecialDays> exceptions =
        fields.listIfAny(
            "exceptions",
            node ->
                Fields.of(node, problems).flatMap(inner -> special(inner, practitioners, places)));
    Clinic.Look look = fields.objectIfAny("look").map(this::look).orElse(Clinic.Look.OURS);
    everyServiceIsDone(fields, services, practitioners);
    fields.noMore();
    return name.isEmpty() || zone.isEmpty() || emergency.isEmpty() || rules.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Clinic(
                name.get(),
                zone.get(),
                contact,
                emergency.get(),
                links,
                rules.get(),
                places,
                services,
                practitioners,
                exceptions,
                look));
  }

  private Clinic.Look look(Fields fields) {
    Optional<String> logo =
        fields
            .textIfAny("logo")
            .filter(
                file -> {
                  boolean known = file.equals("logo.svg") || file.equals("logo.png");
                  if (!known) {
                    fields.wrong(
                        "logo",
                        "must be logo.svg or logo.png in the data folder, got '" + file + "'");
                  }
                  return known;
                });
    Optional<String> accent = colour(fields, "accent", Colour.WHITE, "white text on it");
    Optional<String> ink = colour(fields, "ink", Colour.PAPER, "it on the paper of the pages");
    List<URI> frames =
        fields.listIfAny("frames", node -> fields.asText(node).flatMap(text -> origin(node, text)));
    fields.noMore();
    return new Clinic.Look(logo, accent, ink, frames);
  }

  private Optional<String> colour(Fields fields, String name, Colour beside, String pair) {
    Optional<String> text = fields.textIfAny(name);
    Optional<Colour> colour = text.flatMap(Colour::read);
    if (text.isPresent() && colour.isEmpty()) {
      fields.wrong(name, "must be a colour such as #0d4f47, got '" + text.get() + "'");
    } else if (colour.filter(one -> one.contrast(beside) < Colour.READABLE).isPresent()) {
      fields.wrong(
          name,
          "cannot be read: "
              + pair
              + " has a contrast of "
              + Math.floor(10 * colour.get().contrast(beside)) / 10
              + ", and needs 4.5");
      return Optional.empty();
    }
    return colour.flatMap(one -> text);
  }

  private Optional<URI> origin(Node node, String text) {
    try {
      URI uri = new URI(text);
      boolean origin =
          uri.getHost() != null
              && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
              && uri.getRawPath().isEmpty()
              && uri.getRawQuery() == null
              && uri.getRawUserInfo() == null
              && uri.getRawFragment() == null;
      if (origin) {
        return Optional.of(uri);
      }
    } catch (URISyntaxException e) {
      // told below
    }
    problems.add(node, "must be a site such as https://clinic.example, got '" + text + "'");
    return Optional.empty();
  }

  /** The places that the settings name; the clinic itself where they name none. */
  private List<Place> places(
      Fields fields, Optional<String> name, Optional<ZoneId> zone, Contact contact) {
    ZoneId clinicZone = zone.orElse(ZoneOffset.UTC);
    Place main = new Place(Place.MAIN, name.orElse(Place.MAIN), contact.address(), clinicZone);
    if (fields.any("places").isEmpty()) {
      return List.of(main);
    }
    List<Place> places = named(fields, "places", (id, inner) -> place(id, inner, clinicZone));
    return places.isEmpty() ? List.of(main) : places;
  }

  private Optional<Place> place(String id, Fields fields, ZoneId clinicZone) {
    Optional<String> title =
        fields.text("title").filter(text -> shortEnough(fields, "title", text));
    Optional<String> address =
        fields.textIfAny("address").filter(text -> shortEnough(fields, "address", text));
    ZoneId zone =
        fields.any("zone").isPresent()
            ? zone(fields, fields.textIfAny("zone")).orElse(clinicZone)
            : clinicZone;
    fields.noMore();
    return title.map(text -> new Place(id, text, address, zone));
  }

  private Optional<ZoneId> zone(Fields fields) {
    return zone(fields, fields.text("zone"));
  }

  private Optional<ZoneId> zone(Fields fields, Optional<String> written) {
    return written.flatMap(
        text -> {
          if (ZoneId.getAvailableZoneIds().contains(text)) {
            return Optional.of(ZoneId.of(text));
          }
          fields.wrong("zone", "must be a time zone such as America/New_York, got '" + text + "'");
          return Optional.empty();
        });
  }

  private Contact contact(Fields fields) {
    Contact contact =
        new Contact(
            fields.textIfAny("phone").filter(text -> shortEnough(fields, "phone", text)),
            fields.textIfAny("email").filter(text -> email(fields, text)),
            fields.any("website").flatMap(node -> web(fields, node)),
            fields.textIfAny("address").filter(text -> shortEnough(fields, "address", text)));
    fields.noMore();
    return contact;
  }

  private boolean email(Fields fields, String text) {
    if (Person.isEmail(text)) {
      return true;
    }
    fields.wrong("email", "must be an e-mail address, got '" + text + "'");
    return false;
  }

  private Map<String, URI> links(Fields fields) {
    Map<String, URI> links = new LinkedHashMap<>();
    fields
        .any("links")
        .flatMap(node -> asMapping(fields, node))
        .ifPresent(
            mapping ->
                mapping
                    .fields()
                    .forEach(
                        (name, node) -> web(fields, node).ifPresent(uri -> links.put(name, uri))));
    return links;
  }

  private Optional<URI> web(Fields fields, Node node) {
    return fields
        .asText(node)
        .flatMap(
            text -> {
              try {
                URI uri = new URI(text);
                if (("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getHost() != null) {
                  return Optional.of(uri);
                }
              } catch (URISyntaxException e) {
                // Told below, with what stands there.
              }
              problems.add(
                  node, "must be a web address such as https://example.org/, got '" + text + "'");
              return Optional.empty();
            });
  }

  private Optional<BookingRules> rules(Fields fields) {
    Optional<Integer> every =
        fields
            .whole("startEveryMinutes", 5, 60)
            .filter(
                minutes -> {
                  boolean fits = minutes % 5 == 0 && 60 % minutes == 0;
                  if (!fits) {
                    fields.wrong(
                        "startEveryMinutes", "must be 5, 10, 15, 20, 30 or 60, got " + minutes);
                  }
                  return fits;
                });
    Optional<Integer> lead = fields.whole("leadMinutes", 0, 14 * 24 * 60);
    Optional<Integer> ahead = fields.whole("aheadDays", 1, 366);
    int keep = fields.wholeIfAny("keepAppointmentsDays", 1, 3660).orElse(KEEP_APPOINTMENTS_DAYS);
    int change =
        fields.wholeIfAny("changeUntilHours", 0, 14 * 24).orElse(BookingRules.CHANGE_UNTIL_HOURS);
    int hold = fields.wholeIfAny("holdMinutes", 1, 60).orElse(BookingRules.HOLD_MINUTES);
    int offer = fields.wholeIfAny("offerMinutes", 5, 24 * 60).orElse(BookingRules.OFFER_MINUTES);
    fields.noMore();
    return every.isEmpty() || lead.isEmpty() || ahead.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new BookingRules(every.get(), lead.get(), ahead.get(), keep, change, hold, offer));
  }

  private Optional<Service> service(String id, Fields fields) {
    Optional<String> title =
        fields.text("title").filter(text -> shortEnough(fields, "title", text));
    Optional<String> about =
        fields.textIfAny("about").filter(text -> shortEnough(fields, "about", text));
    Optional<Integer> minutes = cells(fields, "minutes", fields.whole("minutes", 5, 8 * 60));
    Optional<Integer> before =
        cells(
            fields,
            "bufferBefore",
            Optional.of(fields.wholeIfAny("bufferBefore", 0, 240).orElse(0)));
    Optional<Integer> after =
        cells(
            fields, "bufferAfter", Optional.of(fields.wholeIfAny("bufferAfter", 0, 240).orElse(0)));
    int repeats = fields.wholeIfAny("mostRepeats", 1, MOST_REPEATS).orElse(1);
    fields.noMore();
    return title.isEmpty() || minutes.isEmpty() || before.isEmpty() || after.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Service(id, title.get(), about, minutes.get(), before.get(), after.get(), repeats));
  }

  private Optional<Integer> cells(Fields fields, String name, Optional<Integer> minutes) {
    return minutes.filter(
        value -> {
          if (value % 5 != 0) {
            fields.wrong(name, "must be a multiple of 5 minutes, got " + value);
          }
          return value % 5 == 0;
        });
  }

  /** What stands elsewhere in the settings and a practitioner refers to. */
  private record Given(WeeklyHours hours, List<String> services, List<Place> places) {

    List<String> placeIds() {
      return places.stream().map(Place::id).toList();
    }
  }

  private Optional<Practitioner> practitioner(String id, Fields fields, Given given) {
    if (id.equals(Clinic.ANYONE)) {
      problems.add(fields.place(), "'" + id + "' means whoever has time; choose another id");
    }
    Optional<String> title =
        fields.text("title").filter(text -> shortEnough(fields, "title", text));
    Optional<String> about =
        fields.textIfAny("about").filter(text -> shortEnough(fields, "about", text));
    List<String> does =
        fields.list("services", node -> known(fields, node, given.services(), "a service"));
    Map<String, WeeklyHours> hours = hoursByPlace(fields, given);
    fields.noMore();
    return title
        .filter(text -> !hours.isEmpty())
        .map(text -> new Practitioner(id, text, about, does, hours));
  }

  /** At which places somebody works, and when at each. */
  private Map<String, WeeklyHours> hoursByPlace(Fields fields, Given given) {
    List<String> named =
        fields.listIfAny("places", node -> known(fields, node, given.placeIds(), "a place"));
    boolean one = given.places().size() == 1;
    if (fields.any("places").isEmpty() && !one) {
      fields.wrong(
          "places",
          "must name where they work, since the clinic has "
              + given.places().size()
              + " places: "
              + String.join(", ", given.placeIds()));
      fields.any("hours");
      fields.any("hoursAt");
      return Map.of();
    }
    Set<String> places =
        named.isEmpty() ? Set.of(given.places().getFirst().id()) : new LinkedHashSet<>(named);
    Map<String, WeeklyHours> hours = new LinkedHashMap<>();
    if (fields.any("hoursAt").isPresent()) {
      if (fields.any("hours").isPresent()) {
        fields.wrong("hours", "stands beside 'hoursAt'; keep one of them");
      }
      fields
          .object("hoursAt")
          .ifPresent(
              by -> {
                for (String place : places) {
                  weekly(by, place).ifPresent(week -> hours.put(place, week));
                }
                by.noMore();
              });
    } else if (places.size() > 1) {
      fields.wrong(
          "places", "needs 'hoursAt' with the hours at each, since nobody is at two at once");
      fields.any("hours");
    } else {
      WeeklyHours week =
          fields.any("hours").isPresent()
              ? weekly(fields, "hours").orElse(given.hours())
              : given.hours();
      hours.put(places.iterator().next(), week);
    }
    notAtTwoPlacesAtOnce(fields, given, hours);
    return hours;
  }

  private void notAtTwoPlacesAtOnce(Fields fields, Given given, Map<String, WeeklyHours> hours) {
    List<Place> places =
        given.places().stream().filter(place -> hours.containsKey(place.id())).toList();
    for (Place one : places) {
      for (Place other : places.subList(0, places.indexOf(one))) {
        for (DayOfWeek day : DayOfWeek.values()) {
          List<OpenHours> both =
              OpenHours.inBoth(
                  hours.getOrDefault(other.id(), new WeeklyHours(Map.of())).on(day),
                  hours.getOrDefault(one.id(), new WeeklyHours(Map.of())).on(day));
          if (one.zone().equals(other.zone()) && !both.isEmpty()) {
            fields.wrong(
                "hoursAt",
                "at "
                    + other.id()
                    + " and at "
                    + one.id()
                    + " on "
                    + Fields.dashed(day)
                    + " at once, "
                    + both.getFirst());
          }
        }
      }
    }
  }

  private Optional<SpecialDays> special(
      Fields fields, List<Practitioner> practitioners, List<Place> places) {
    Optional<LocalDate> from = date(fields, "from", fields.text("from"));
    Optional<LocalDate> to =
        fields.any("to").isPresent() ? date(fields, "to", fields.textIfAny("to")) : from;
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      fields.wrong("to", "must not be before 'from', got " + to.get() + " after " + from.get());
    }
    Optional<String> practitioner =
        fields
            .any("practitioner")
            .flatMap(
                node ->
                    known(
                        fields,
                        node,
                        practitioners.stream().map(Practitioner::id).toList(),
                        "a practitioner"));
    Optional<String> place =
        fields
            .any("place")
            .flatMap(
                node -> known(fields, node, places.stream().map(Place::id).toList(), "a place"));
    List<OpenHours> hours = fields.list("hours", node -> range(fields, node));
    apart(fields, "hours", hours);
    Optional<String> why = fields.textIfAny("why").filter(text -> shortEnough(fields, "why", text));
    fields.noMore();
    return from.isEmpty() || to.isEmpty()
        ? Optional.empty()
        : Optional.of(new SpecialDays(from.get(), to.get(), practitioner, place, hours, why));
  }

  private Optional<LocalDate> date(Fields fields, String name, Optional<String> text) {
    return text.flatMap(
        written -> {
          try {
            return Optional.of(LocalDate.parse(written));
          } catch (DateTimeException e) {
            fields.wrong(name, "must be a date such as \"2026-12-25\", got '" + written + "'");
            return Optional.empty();
          }
        });
  }

  private Optional<WeeklyHours> weekly(Fields fields, String name) {
    return fields
        .object(name)
        .map(
            week -> {
              Map<DayOfWeek, List<OpenHours>> byDay = new EnumMap<>(DayOfWeek.class);
              for (DayOfWeek day : DayOfWeek.values()) {
                String dayName = Fields.dashed(day);
                List<OpenHours> hours = week.listIfAny(dayName, node -> range(week, node));
                apart(week, dayName, hours);
                byDay.put(day, hours);
              }
              week.noMore();
              return new WeeklyHours(byDay);
            });
  }

  private Optional<OpenHours> range(Fields fields, Node node) {
    return fields
        .asText(node)
        .flatMap(
            text -> {
              Matcher matcher = HOURS.matcher(text);
              if (!matcher.matches()) {
                problems.add(node, "must be hours such as \"09:00-12:30\", got '" + text + "'");
                return Optional.empty();
              }
              int from = minute(matcher.group(1), matcher.group(2));
              int to = minute(matcher.group(3), matcher.group(4));
              if (from >= to || to > 24 * 60) {
                problems.add(
                    node, "must run forward within one day (to 24:00 at most), got '" + text + "'");
                return Optional.empty();
              }
              if (from % 5 != 0 || to % 5 != 0) {
                problems.add(
                    node, "must begin and end on a multiple of 5 minutes, got '" + text + "'");
                return Optional.empty();
              }
              return Optional.of(new OpenHours(from, to));
            });
  }

  private static int minute(String hours, String minutes) {
    return Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
  }

  /** Hours that overlap were meant otherwise. */
  private void apart(Fields fields, String name, List<OpenHours> hours) {
    for (int one = 0; one < hours.size(); one++) {
      for (int other = 0; other < one; other++) {
        if (hours.get(one).fromMinute() < hours.get(other).toMinute()
            && hours.get(other).fromMinute() < hours.get(one).toMinute()) {
          fields.wrong(name, hours.get(other) + " and " + hours.get(one) + " overlap");
        }
      }
    }
  }

  private void everyServiceIsDone(
      Fields fields, List<Service> services, List<Practitioner> practitioners) {
    for (Service service : services) {
      if (!practitioners.isEmpty()
          && practitioners.stream().noneMatch(one -> one.services().contains(service.id()))) {
        fields.wrong("practitioners", "nobody does the service '" + service.id() + "'");
      }
    }
  }

  private Optional<String> known(Fields fields, Node node, List<String> ids, String what) {
    return fields
        .asText(node)
        .filter(
            id -> {
              boolean there = ids.contains(id);
              if (!there) {
                problems.add(
                    node,
                    "'" + id + "' is not " + what + " here; known are " + String.join(", ", ids));
              }
              return there;
            });
  }

  /** The ids of an object, of those too whose values are wrong: that is told once. */
  private static List<String> ids(Fields fields, String name) {
    return fields.any(name).stream()
        .filter(Node.Mapping.class::isInstance)
        .map(Node.Mapping.class::cast)
        .flatMap(mapping -> mapping.fields().keySet().stream())
        .toList();
  }

  private interface Reading<T> {
    Optional<T> read(String id, Fields fields);
  }

  /** The values of an object whose field names are ids; at least one. */
  private <T> List<T> named(Fields fields, String name, Reading<T> reading) {
    List<T> read = new ArrayList<>();
    Optional<Node.Mapping> mapping = fields.required(name).flatMap(node -> asMapping(fields, node));
    if (mapping.isPresent() && mapping.get().fields().isEmpty()) {
      fields.wrong(name, "must have at least one");
    }
    Map<String, Node> inner = mapping.map(Node.Mapping::fields).orElse(new HashMap<>());
    inner.forEach(
        (id, node) -> {
          if (!ID.matcher(id).matches()) {
            problems.add(
                node,
                "an id is lower-case letters, digits and dashes, at most 40, got '" + id + "'");
          }
          Fields.of(node, problems).flatMap(one -> reading.read(id, one)).ifPresent(read::add);
        });
    return read;
  }

  private Optional<Node.Mapping> asMapping(Fields fields, Node node) {
    return Fields.of(node, fields.problems()).map(sound -> (Node.Mapping) node);
  }

  private boolean shortEnough(Fields fields, String name, String text) {
    if (text.length() > LONGEST_TEXT || text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
      fields.wrong(
          name, "must be at most " + LONGEST_TEXT + " characters without control characters");
      return false;
    }
    return true;
  }
}
