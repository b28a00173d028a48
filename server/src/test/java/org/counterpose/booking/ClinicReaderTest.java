package org.counterpose.booking;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.counterpose.document.Problem;
import org.counterpose.document.Problems;
import org.counterpose.documents.Documents;
import org.junit.jupiter.api.Test;

class ClinicReaderTest {

  private static final List<String> SPOKEN = List.of("en", "es");

  private static final String SHIPPED = Clinics.text(Path.of("../settings/clinic.yaml"));

  @Test
  void the_settings_that_ship_make_a_working_clinic() {
    Clinic clinic = Clinics.shipped();

    assertThat(clinic.name()).isEqualTo("Avant Chiropractic");
    assertThat(clinic.practitioners()).hasSize(2);
    assertThat(clinic.service("first-visit").orElseThrow().minutes()).isEqualTo(45);
    assertThat(clinic.service("follow-up").orElseThrow().minutes()).isEqualTo(20);
    assertThat(clinic.link("wobble-disc")).isEmpty();
  }

  @Test
  void a_link_of_the_clinics_own_is_known_by_its_name() {
    Clinic clinic =
        Clinics.shippedBut("links: {}", "links: {wobble-disc: https://shop.example/disc}");

    assertThat(clinic.link("wobble-disc")).contains(URI.create("https://shop.example/disc"));
  }

  @Test
  void settings_of_before_that_do_not_say_how_long_a_visit_is_kept_keep_it_for_90_days() {
    Clinic clinic = Clinics.shippedBut("keepAppointmentsDays: 90", "");

    assertThat(clinic.rules().keepAppointmentsDays()).isEqualTo(90);
    assertThat(
            Clinics.shippedBut("keepAppointmentsDays: 90", "keepAppointmentsDays: 30")
                .rules()
                .keepAppointmentsDays())
        .isEqualTo(30);
  }

  @Test
  void what_ships_is_said_in_every_language_that_there_is() {
    assertThat(doubts(SHIPPED)).isEmpty();
    assertThat(Clinics.shipped().emergency().to("es")).startsWith("Llama al 911");
    assertThat(Clinics.shipped().serviceTitle("first-visit", "es")).isEqualTo("Primera cita");
  }

  @Test
  void a_text_that_is_not_there_in_a_language_is_told_in_the_clinics_own() {
    String once = SHIPPED.replace("title: {en: First visit, es: Primera cita}", "title: A visit");

    ClinicText title = Clinics.read(once).service("first-visit").orElseThrow().title();

    assertThat(title.to("es")).isEqualTo("A visit");
    assertThat(title.languageFor("es")).isEqualTo("en");
    assertThat(doubts(once))
        .singleElement()
        .asString()
        .contains("services.first-visit.title", "is not there in 'es'");
  }

  @Test
  void a_language_that_there_is_not_or_the_clinics_own_that_is_missing_is_a_problem() {
    assertThat(told(SHIPPED.replace("{en: First visit, es:", "{en: First visit, tlh:")))
        .singleElement()
        .asString()
        .contains("services.first-visit.title.tlh", "known are en, es");
    assertThat(told(SHIPPED.replace("{en: First visit, ", "{")))
        .singleElement()
        .asString()
        .contains("services.first-visit.title.en", "'en' is missing");
    assertThat(told(SHIPPED.replace("name: Avant", "language: tlh\nname: Avant")))
        .singleElement()
        .asString()
        .contains("language: there are no words in 'tlh'");
  }

  @Test
  void the_numbers_of_the_emergency_line_are_apart_from_its_words() {
    assertThat(Clinics.shipped().emergency().pieces("es"))
        .containsExactly(
            new ClinicText.Piece("Llama al ", false),
            new ClinicText.Piece("911", true),
            new ClinicText.Piece(" o ve al servicio de urgencias más cercano.", false));
  }

  @Test
  void only_what_is_named_is_dialled_and_nothing_within_another_number() {
    String line = "\"Ring 112 or 020 555 0112, 24 hours a day, or come to 1120 High Street\"";
    ClinicText said = Clinics.read(calling(line, "[\"112\", \"020 555 0112\"]")).emergency();

    assertThat(said.pieces("en"))
        .filteredOn(ClinicText.Piece::number)
        .extracting(ClinicText.Piece::text)
        .containsExactly("112", "020 555 0112");
    assertThat(said.pieces("en").stream().map(ClinicText.Piece::text).collect(joining()))
        .isEqualTo(said.to("en"));
  }

  @Test
  void an_emergency_number_that_stands_nowhere_or_is_none_is_a_problem() {
    assertThat(told(calling("Call 911", "[\"112\"]")))
        .singleElement()
        .asString()
        .contains("emergencyNumbers[0]: '112' stands nowhere in 'emergency'");
    assertThat(told(calling("Call 9112", "[\"911\"]")))
        .singleElement()
        .asString()
        .contains("'911' stands nowhere");
    assertThat(told(calling("Call 911", "[\"911 now\"]")))
        .singleElement()
        .asString()
        .contains("must be a telephone number");
  }

  @Test
  void an_emergency_line_with_digits_and_nothing_to_tap_is_told() {
    assertThat(doubts(calling("{en: Call 911, es: Llama al 911}", "[]")))
        .hasSize(2)
        .allMatch(line -> line.contains("name it in 'emergencyNumbers'"));
    assertThat(doubts(calling("{en: Call the porter, es: Llama al portero}", "[]"))).isEmpty();
  }

  private static String calling(String line, String numbers) {
    int from = SHIPPED.indexOf("emergency:");
    int to = SHIPPED.indexOf("# Where to get an aid");
    return SHIPPED.substring(0, from)
        + "emergency: "
        + line
        + "\nemergencyNumbers: "
        + numbers
        + "\n"
        + SHIPPED.substring(to);
  }

  @Test
  void every_problem_is_told_at_once_with_its_line_and_path() {
    String broken =
        """
        format: 1
        name: ""
        zone: Mars/Olympus
        colour: green
        emergency: Call
        links: {wobble-disc: "javascript:alert(1)"}
        booking: {startEveryMinutes: 7, leadMinutes: -1, aheadDays: 60, keepAppointmentsDays: 0}
        services:
          Visit: {title: Visit, minutes: 42, bufferAfter: 3}
        practitioners:
          one: {title: One, services: [vist]}
        hours:
          monday: ["09:00-12:00", "11:00-13:00"]
          funday: []
          tuesday: ["13:00-12:00", "9-5", "09:01-10:00"]
        exceptions:
          - {from: "2026-02-30", hours: []}
          - {from: "2026-03-02", to: "2026-03-01", hours: [], practitioner: two}
        """;

    List<String> told = told(broken);

    assertThat(told)
        .anyMatch(line -> line.startsWith("clinic.yaml:2: name: "))
        .anyMatch(line -> line.startsWith("clinic.yaml:3: zone: ") && line.contains("Mars/Olympus"))
        .anyMatch(line -> line.startsWith("clinic.yaml:4: colour: "))
        .anyMatch(line -> line.startsWith("clinic.yaml:6: links.wobble-disc: "))
        .anyMatch(line -> line.startsWith("clinic.yaml:7: booking.startEveryMinutes: "))
        .anyMatch(line -> line.startsWith("clinic.yaml:7: booking.leadMinutes: "))
        .anyMatch(line -> line.startsWith("clinic.yaml:7: booking.keepAppointmentsDays: "))
        .anyMatch(line -> line.startsWith("clinic.yaml:9: services.Visit: an id is"))
        .anyMatch(line -> line.startsWith("clinic.yaml:9: services.Visit.minutes: "))
        .anyMatch(line -> line.startsWith("clinic.yaml:9: services.Visit.bufferAfter: "))
        .anyMatch(line -> line.startsWith("clinic.yaml:11: practitioners.one.services[0]: 'vist'"))
        .anyMatch(line -> line.startsWith("clinic.yaml:13: hours.monday: 09:00-12:00 and"))
        .anyMatch(line -> line.startsWith("clinic.yaml:14: hours.funday: "))
        .anyMatch(line -> line.startsWith("clinic.yaml:15: hours.tuesday[0]: must run forward"))
        .anyMatch(line -> line.startsWith("clinic.yaml:15: hours.tuesday[1]: must be hours"))
        .anyMatch(line -> line.startsWith("clinic.yaml:15: hours.tuesday[2]: must begin and end"))
        .anyMatch(line -> line.startsWith("clinic.yaml:17: exceptions[0].from: must be a date"))
        .anyMatch(line -> line.startsWith("clinic.yaml:18: exceptions[1].to: must not be before"))
        .anyMatch(line -> line.startsWith("clinic.yaml:18: exceptions[1].practitioner: 'two'"));
  }

  @Test
  void what_is_missing_is_named() {
    assertThat(told("format: 1"))
        .anyMatch(line -> line.contains("'name' is missing"))
        .anyMatch(line -> line.contains("'zone' is missing"))
        .anyMatch(line -> line.contains("'emergency' is missing"))
        .anyMatch(line -> line.contains("'booking' is missing"))
        .anyMatch(line -> line.contains("'services' is missing"))
        .anyMatch(line -> line.contains("'practitioners' is missing"))
        .anyMatch(line -> line.contains("'hours' is missing"));
  }

  @Test
  void the_schema_for_editors_accepts_what_ships_and_refuses_what_the_reader_refuses()
      throws IOException {
    assertThat(schemaProblems(SHIPPED)).isEmpty();
    for (String broken :
        List.of(
            SHIPPED.replace("minutes: 45", "minutes: 42"),
            SHIPPED.replace("startEveryMinutes: 15", "startEveryMinutes: 25"),
            SHIPPED.replace("keepAppointmentsDays: 90", "keepAppointmentsDays: 0"),
            SHIPPED.replace("name: Avant Chiropractic", "nam: Avant Chiropractic"),
            SHIPPED.replace("\"08:30-16:00\"", "\"8-16\"").replace("friday", "freitag"),
            SHIPPED.replace("contact: {}", "contact: {phone: 5}"),
            SHIPPED.replace("es: Primera cita}", "es: 1}"))) {
      assertThat(broken).isNotEqualTo(SHIPPED);
      assertThat(schemaProblems(broken)).isNotEmpty();
      assertThat(told(broken)).isNotEmpty();
    }
  }

  private static List<String> told(String yaml) {
    Problems problems = new Problems();
    Documents.yaml("clinic.yaml", yaml, problems)
        .ifPresent(
            node ->
                assertThat(new ClinicReader(SPOKEN, new Problems()).read(node, problems))
                    .isEmpty());
    return problems.list().stream().map(Problem::toString).toList();
  }

  private static List<String> doubts(String yaml) {
    Problems problems = new Problems();
    Problems doubts = new Problems();
    Documents.yaml("clinic.yaml", yaml, problems)
        .ifPresent(node -> new ClinicReader(SPOKEN, doubts).read(node, problems));
    assertThat(problems.list()).isEmpty();
    return doubts.list().stream().map(Problem::toString).toList();
  }

  private static List<?> schemaProblems(String yaml) throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Clinics.text(Path.of("../settings/clinic.schema.json")));
    JsonNode node = new YAMLMapper().readTree(yaml);
    return schema.validate(node.toString(), InputFormat.JSON);
  }
}
