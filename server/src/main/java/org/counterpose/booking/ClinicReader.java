package org.counterpose.booking;

import java.net.URI;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.counterpose.booking.Clinic.Contact;
import org.counterpose.booking.Clinic.Place;
import org.counterpose.booking.Clinic.Practitioner;
import org.counterpose.booking.Clinic.Service;
import org.counterpose.document.Fields;
import org.counterpose.document.Node;
import org.counterpose.document.Problems;

/**
 * Reads a clinic's settings and notes everything that is wrong in them.
 *
 * @param spoken every language that there are pages in
 * @param doubts what is worth a second look, and no problem
 */
public record ClinicReader(List<String> spoken, Problems doubts) {

  /** The clinic, where there was no problem in its settings. */
  public Optional<Clinic> read(Node settings, Problems problems) {
    int before = problems.count();
    Optional<Clinic> clinic = Fields.of(settings, problems).flatMap(this::clinic);
    return problems.noneSince(before) ? clinic : Optional.empty();
  }

  private Optional<Clinic> clinic(Fields fields) {
    fields.whole("format", 1, 1);
    String language = language(fields);
    ClinicTextReader said = new ClinicTextReader(language, spoken, doubts);
    Optional<String> name = SettingValues.text(fields, "name");
    Optional<ZoneId> zone = SettingValues.zone(fields, fields.text("zone"));
    Contact contact = fields.objectIfAny("contact").map(ClinicReader::contact).orElse(Contact.NONE);
    Optional<ClinicText> emergency =
        said.read(fields, "emergency")
            .map(text -> new DialledNumbers(fields, doubts).in(text, "emergency"));
    Map<String, URI> links = links(fields);
    Optional<BookingRules> rules = fields.object("booking").flatMap(ServiceReader::rules);
    List<Place> places = places(said, fields, name, zone, contact);
    List<Service> services =
        SettingValues.named(fields, "services", (id, inner) -> ServiceReader.read(said, id, inner));
    WeeklyHours hours = HoursReader.weekly(fields, "hours").orElse(new WeeklyHours(Map.of()));
    List<Practitioner> practitioners =
        SettingValues.named(
            fields,
            "practitioners",
            new PractitionerReader(said, hours, SettingValues.ids(fields, "services"), places)
                ::read);
    List<SpecialDays> exceptions = exceptions(said, fields, practitioners, places);
    Look look = fields.objectIfAny("look").map(LookReader::read).orElse(Look.OURS);
    everyServiceIsDone(fields, services, practitioners);
    fields.any("approvedBy"); // these two are read where packs are
    fields.any("programmes");
    fields.any("emergencyNumbers"); // it was read with the line that they stand in, if there is one
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
                look,
                language));
  }

  /** The clinic's own; English for who reads on where there are no words in it. */
  private String language(Fields fields) {
    String language = fields.textIfAny("language").orElse(Clinic.ENGLISH);
    if (spoken.contains(language)) {
      return language;
    }
    fields.wrong(
        "language",
        "there are no words in '" + language + "'; there are " + String.join(", ", spoken));
    return Clinic.ENGLISH;
  }

  private static Contact contact(Fields fields) {
    Contact contact =
        new Contact(
            SettingValues.textIfAny(fields, "phone"),
            fields.textIfAny("email").filter(text -> email(fields, text)),
            fields.any("website").flatMap(node -> SettingValues.web(fields, node)),
            SettingValues.textIfAny(fields, "address"));
    fields.noMore();
    return contact;
  }

  private static boolean email(Fields fields, String text) {
    if (Person.isEmail(text)) {
      return true;
    }
    fields.wrong("email", "must be an e-mail address, got '" + text + "'");
    return false;
  }

  private static Map<String, URI> links(Fields fields) {
    Map<String, URI> links = new LinkedHashMap<>();
    fields
        .any("links")
        .flatMap(node -> SettingValues.asMapping(fields, node))
        .ifPresent(
            mapping ->
                mapping
                    .fields()
                    .forEach(
                        (name, node) ->
                            SettingValues.web(fields, node)
                                .ifPresent(uri -> links.put(name, uri))));
    return links;
  }

  /** The places that the settings name; the clinic itself where they name none. */
  private static List<Place> places(
      ClinicTextReader said,
      Fields fields,
      Optional<String> name,
      Optional<ZoneId> zone,
      Contact contact) {
    ZoneId clinicZone = zone.orElse(ZoneOffset.UTC);
    Place main =
        new Place(
            Place.MAIN,
            ClinicText.in(said.own(), name.orElse(Place.MAIN)),
            contact.address(),
            clinicZone);
    if (fields.any("places").isEmpty()) {
      return List.of(main);
    }
    List<Place> places =
        SettingValues.named(fields, "places", (id, inner) -> place(said, id, inner, clinicZone));
    return places.isEmpty() ? List.of(main) : places;
  }

  private static Optional<Place> place(
      ClinicTextReader said, String id, Fields fields, ZoneId clinicZone) {
    Optional<ClinicText> title = said.read(fields, "title");
    Optional<String> address = SettingValues.textIfAny(fields, "address");
    ZoneId zone = SettingValues.zone(fields, fields.textIfAny("zone")).orElse(clinicZone);
    fields.noMore();
    return title.map(text -> new Place(id, text, address, zone));
  }

  private static List<SpecialDays> exceptions(
      ClinicTextReader said, Fields fields, List<Practitioner> practitioners, List<Place> places) {
    List<String> whose = practitioners.stream().map(Practitioner::id).toList();
    List<String> where = places.stream().map(Place::id).toList();
    return fields.listIfAny(
        "exceptions",
        node ->
            Fields.of(node, fields.problems())
                .flatMap(inner -> HoursReader.special(said, inner, whose, where)));
  }

  private static void everyServiceIsDone(
      Fields fields, List<Service> services, List<Practitioner> practitioners) {
    for (Service service : services) {
      if (!practitioners.isEmpty() && practitioners.stream().noneMatch(one -> one.does(service))) {
        fields.wrong("practitioners", "nobody does the service '" + service.id() + "'");
      }
    }
  }
}
