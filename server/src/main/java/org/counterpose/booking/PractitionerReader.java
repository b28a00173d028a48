package org.counterpose.booking;

import java.time.DayOfWeek;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.counterpose.booking.Clinic.Place;
import org.counterpose.booking.Clinic.Practitioner;
import org.counterpose.document.Fields;

/**
 * Reads who can be booked, and when they work where.
 *
 * @param hours of who names none of their own
 * @param services the ids that can be named
 */
record PractitionerReader(
    ClinicTextReader said, WeeklyHours hours, List<String> services, List<Place> places) {

  Optional<Practitioner> read(String id, Fields fields) {
    if (id.equals(Clinic.ANYONE)) {
      fields
          .problems()
          .add(fields.place(), "'" + id + "' means whoever has time; choose another id");
    }
    Optional<ClinicText> title = said.read(fields, "title");
    Optional<ClinicText> about = said.ifAny(fields, "about");
    List<String> does =
        fields.list("services", node -> SettingValues.known(fields, node, services, "a service"));
    Map<String, WeeklyHours> byPlace = byPlace(fields);
    fields.noMore();
    return title
        .filter(text -> !byPlace.isEmpty())
        .map(text -> new Practitioner(id, text, about, does, byPlace));
  }

  /** At which places somebody works, and when at each. */
  private Map<String, WeeklyHours> byPlace(Fields fields) {
    List<String> ids = places.stream().map(Place::id).toList();
    List<String> named =
        fields.listIfAny("places", node -> SettingValues.known(fields, node, ids, "a place"));
    if (fields.any("places").isEmpty() && ids.size() > 1) {
      fields.wrong(
          "places",
          "must name where they work, since the clinic has "
              + ids.size()
              + " places: "
              + String.join(", ", ids));
      fields.any("hours");
      fields.any("hoursAt");
      return Map.of();
    }
    Set<String> theirs = named.isEmpty() ? Set.of(ids.getFirst()) : new LinkedHashSet<>(named);
    Map<String, WeeklyHours> byPlace = new LinkedHashMap<>();
    if (fields.any("hoursAt").isPresent()) {
      if (fields.any("hours").isPresent()) {
        fields.wrong("hours", "stands beside 'hoursAt'; keep one of them");
      }
      fields
          .object("hoursAt")
          .ifPresent(
              by -> {
                for (String place : theirs) {
                  HoursReader.weekly(by, place).ifPresent(week -> byPlace.put(place, week));
                }
                by.noMore();
              });
    } else if (theirs.size() > 1) {
      fields.wrong(
          "places", "needs 'hoursAt' with the hours at each, since nobody is at two at once");
      fields.any("hours");
    } else {
      byPlace.put(
          theirs.iterator().next(),
          fields.any("hours").flatMap(own -> HoursReader.weekly(fields, "hours")).orElse(hours));
    }
    notAtTwoAtOnce(fields, byPlace);
    return byPlace;
  }

  private void notAtTwoAtOnce(Fields fields, Map<String, WeeklyHours> byPlace) {
    List<Place> theirs = places.stream().filter(place -> byPlace.containsKey(place.id())).toList();
    for (Place one : theirs) {
      for (Place other : theirs.subList(0, theirs.indexOf(one))) {
        if (one.zone().equals(other.zone())) {
          apart(fields, byPlace, other.id(), one.id());
        }
      }
    }
  }

  private static void apart(
      Fields fields, Map<String, WeeklyHours> byPlace, String one, String other) {
    WeeklyHours never = new WeeklyHours(Map.of());
    for (DayOfWeek day : DayOfWeek.values()) {
      List<OpenHours> both =
          OpenHours.inBoth(
              byPlace.getOrDefault(one, never).on(day), byPlace.getOrDefault(other, never).on(day));
      if (!both.isEmpty()) {
        fields.wrong(
            "hoursAt",
            "at "
                + one
                + " and at "
                + other
                + " on "
                + Fields.dashed(day)
                + " at once, "
                + both.getFirst());
      }
    }
  }
}
