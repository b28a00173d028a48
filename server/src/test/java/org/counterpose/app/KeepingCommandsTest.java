package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.counterpose.store.Appointments;
import org.counterpose.store.AuditLine;
import org.counterpose.store.AuditTrail;
import org.counterpose.store.BookingKey;
import org.counterpose.store.Database;
import org.counterpose.store.Journals;
import org.counterpose.store.Line;
import org.counterpose.store.NewAppointment;
import org.counterpose.store.NewJourney;
import org.counterpose.store.SqlAppointments;
import org.counterpose.store.SqlJournals;
import org.counterpose.store.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of whoever keeps the data folder, while another process serves it. */
class KeepingCommandsTest {

  private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

  @TempDir Path place;

  private final Commands commands = new Commands();

  @Test
  void export_prints_every_entry_of_one_person_and_of_nobody_else() {
    try (Database database = Database.open(data())) {
      UUID mine = begun(database, "{\"type\":\"rated\",\"pain\":3}");
      begun(database, "{\"type\":\"rated\",\"pain\":9}");

      assertThat(run("export", mine.toString())).isZero();

      assertThat(commands.out())
          .contains(mine.toString(), "\"pain\" : 3")
          .doesNotContain("\"pain\" : 9");
    }
  }

  @Test
  void whose_data_was_handed_out_by_who_runs_the_server_reads_so() {
    try (Database database = Database.open(data())) {
      UUID mine = begun(database, "{}");
      UUID other = begun(database, "{}");

      run("export", mine.toString());
      run("export", UUID.randomUUID().toString());

      AuditTrail trail = new AuditTrail(database);
      assertThat(trail.of(mine))
          .extracting(AuditLine::who, AuditLine::what)
          .containsExactly(tuple(AuditLine.OPERATOR, "exported"));
      assertThat(trail.of(other)).isEmpty();
      assertThat(trail.latest(9)).hasSize(1);
    }
  }

  @Test
  void a_link_for_staff_names_no_address_that_nobody_told() throws Exception {
    try (Database database = Database.open(data())) {
      assertThat(database.folder()).exists();
      assertThat(run("staff-link")).isZero();
      assertThat(commands.out()).contains("Open this after the address").contains("\n/staff/join/");

      Files.writeString(
          data().resolve("counterpose.properties"), "public-address=https://clinic.example\n");
      assertThat(run("staff-link")).isZero();
      assertThat(commands.out()).contains("\nhttps://clinic.example/staff/join/");
    }
  }

  @Test
  void erase_makes_a_person_gone_while_the_product_serves() {
    try (Database database = Database.open(data())) {
      Journals journals = new SqlJournals(database);
      UUID mine = begun(database, "{}");
      UUID other = begun(database, "{}");

      assertThat(run("erase", mine.toString())).isZero();

      assertThat(journals.find(mine)).isEmpty();
      assertThat(journals.append(mine, List.of(line("{}")))).isEmpty();
      assertThat(journals.find(other)).isPresent();
      assertThat(run("erase", mine.toString())).isEqualTo(1);
      assertThat(run("export", mine.toString())).isEqualTo(1);
      assertThat(commands.out()).isEmpty();
    }
  }

  @Test
  void an_appointment_that_the_journey_went_along_to_is_handed_over_and_erased_with_it() {
    try (Database database = Database.open(data())) {
      UUID mine = begun(database, "{}");
      Appointments appointments = new SqlAppointments(database);
      appointments.book(
          new BookingKey("key", "request", "sealed"),
          new NewAppointment(
              UUID.randomUUID(),
              "token",
              "first-visit",
              new Visit("lead", START, START.plusSeconds(600), List.of(1L, 2L)),
              "Sam Stiff",
              "sam@example.org",
              Optional.of(mine),
              Optional.of("a summary"),
              START));

      assertThat(run("export", mine.toString())).isZero();
      assertThat(commands.out()).contains("Sam Stiff", "a summary");

      assertThat(run("erase", mine.toString())).isZero();
      assertThat(appointments.find("token")).isEmpty();
      assertThat(appointments.claims(0, 10)).isEmpty();
    }
  }

  @Test
  void backup_and_restore_say_what_they_did_and_refuse_in_one_line() {
    try (Database database = Database.open(data())) {
      UUID mine = begun(database, "{}");
      Path copy = place.resolve("copy.db");

      assertThat(run("backup", copy.toString())).isZero();
      assertThat(run("backup", copy.toString())).isEqualTo(1);
      assertThat(commands.err()).contains("exists already");
      assertThat(run("restore", copy.toString())).isEqualTo(1);
      assertThat(commands.err()).contains("is not empty");

      Path back = place.resolve("back");
      assertThat(run("restore", copy.toString(), "--data", back.toString())).isZero();
      try (Database restored = Database.open(back)) {
        assertThat(new SqlJournals(restored).find(mine)).isPresent();
      }
    }
  }

  @Test
  void a_folder_with_nothing_in_it_is_told_in_one_line_and_stays_as_it_is() {
    for (String command : List.of("export", "erase")) {
      assertThat(run(command, UUID.randomUUID().toString())).isEqualTo(1);
    }
    assertThat(run("backup", place.resolve("copy.db").toString())).isEqualTo(1);

    assertThat(commands.err().lines()).hasSize(3).allMatch(line -> line.startsWith("Nothing is"));
    assertThat(Files.exists(data())).isFalse();
  }

  @Test
  void a_journey_that_is_no_id_is_wrong_use() {
    assertThat(run("export", "not-an-id")).isEqualTo(2);
    assertThat(commands.err().lines()).singleElement().asString().contains("'not-an-id' is not");
  }

  private Path data() {
    return place.resolve("data");
  }

  private int run(String... arguments) {
    boolean named = List.of(arguments).contains("--data");
    return commands.run(
        named
            ? arguments
            : Stream.concat(Arrays.stream(arguments), Stream.of("--data", data().toString()))
                .toArray(String[]::new));
  }

  private static UUID begun(Database database, String body) {
    UUID id = UUID.randomUUID();
    new SqlJournals(database).begin(new NewJourney(id, new byte[32], START, List.of(line(body))));
    return id;
  }

  private static Line line(String body) {
    return new Line(UUID.randomUUID(), START, "rated", body);
  }
}
