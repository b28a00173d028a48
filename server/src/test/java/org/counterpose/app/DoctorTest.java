package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.counterpose.mail.MailServer;
import org.counterpose.store.Channel;
import org.counterpose.store.Database;
import org.counterpose.store.Letter;
import org.counterpose.store.Outbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody reads who asks why it does not work. */
class DoctorTest {

  private static final String HOME = "counterpose.home";

  @TempDir Path place;
  private final Commands commands = new Commands();
  private int port;
  private boolean mounted;

  @BeforeEach
  void atHome() throws IOException {
    System.setProperty(HOME, Served.HOME.toString());
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
  }

  @AfterEach
  void leave() throws Exception {
    System.clearProperty(HOME);
    if (mounted) {
      run("umount", data().toString());
    }
  }

  @Test
  void a_folder_before_its_first_start_is_well_and_nothing_is_made_in_it() {
    assertThat(doctor()).isZero();

    assertThat(wrong()).isEmpty();
    assertThat(commands.out())
        .contains("ok     java: 25")
        .contains("ok     programme: mid-back")
        .contains("ok     articles: ")
        .contains("note   safety table: no clinician has approved that of mid-back yet (draft)")
        .contains("ok     clinic: Avant Chiropractic, 2 services, 2 practitioners")
        .contains("ok     camera: coach with pose model ")
        .contains("ok     data: " + data() + ", made at the first start")
        .contains("ok     store: nothing kept yet")
        .contains("ok     limits: are on: one address may ask for only so many checks")
        .contains("ok     server: does not run; 127.0.0.1:" + port + " is free for it");
    assertThat(data()).doesNotExist();
  }

  @Test
  void a_folder_that_is_served_is_well() {
    try (Server server =
            Server.open(Configuration.forTests(data(), Served.HOME), InstantSource.system());
        Served served = Served.of(server)) {
      served.post("/api/v1/journeys", Checked.stiffAtTheDesk().journey());

      assertThat(doctor()).isZero();
    }
    assertThat(commands.out())
        .contains("ok     store: answers; trials kept: 1")
        .contains("ok     server: runs, process " + ProcessHandle.current().pid());
  }

  @Test
  void a_mail_server_that_does_not_answer_is_named_with_what_waits_for_it() throws IOException {
    Instant now = Instant.now();
    try (Database database = Database.open(data())) {
      Outbox outbox = new Outbox(database);
      outbox.add(
          new Letter(
              UUID.randomUUID(),
              "sam@example.org",
              "Your trial",
              "Words.",
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              now.minusSeconds(1200),
              now.plusSeconds(1200),
              Optional.empty()));
      outbox.trouble(Channel.MAIL, now, "mail.example:587 cannot be reached: ConnectException");
    }
    Files.writeString(
        data().resolve("counterpose.properties"),
        "mail-host=127.0.0.1\nmail-port=" + port + "\nmail-from=clinic@clinic.example\n");

    assertThat(doctor()).isEqualTo(1);

    assertThat(wrong())
        .singleElement()
        .asString()
        .startsWith("WRONG  mail: 127.0.0.1:" + port + " cannot be reached: ConnectException.");
    assertThat(commands.out())
        .contains("note   letters: 1 wait, 1 of them due; the oldest since 2")
        .contains("last trouble", "mail.example:587 cannot be reached")
        .contains("ok     notifications: 0 wait, 0 of them due; none sent in the last 30 days")
        .doesNotContain("sam@");
  }

  @Test
  void a_mail_server_that_answers_is_well() throws IOException {
    Files.createDirectory(data());
    try (MailServer mail = MailServer.start()) {
      Files.writeString(
          data().resolve("counterpose.properties"),
          "mail-host=127.0.0.1\nmail-security=none\nmail-from=clinic@clinic.example\nmail-port="
              + mail.smtp().port());

      assertThat(doctor()).isZero();

      assertThat(commands.out())
          .contains("ok     mail: 127.0.0.1:" + mail.smtp().port() + " answers");
      assertThat(mail.arrived()).isEmpty();
    }
  }

  @Test
  void a_server_that_was_killed_is_not_said_to_run_though_its_number_lives_on() throws IOException {
    Database.open(data()).close();
    Files.writeString(data().resolve("counterpose.lock"), ProcessHandle.current().pid() + "\n");

    assertThat(doctor()).isZero();

    assertThat(commands.out()).contains("ok     server: does not run");
  }

  @Test
  void a_folder_that_cannot_be_written_to_is_named_and_how_to_mend_it() throws Exception {
    Files.createDirectory(data());
    makeReadOnly();

    assertThat(doctor()).isEqualTo(1);

    assertThat(wrong())
        .singleElement()
        .asString()
        .contains("data: " + data() + " cannot be written to")
        .endsWith("Make it writable, or choose another: --data.");
  }

  @Test
  void a_file_in_the_place_of_the_folder_is_named() throws IOException {
    Files.writeString(data(), "a file");

    assertThat(doctor()).isEqualTo(1);

    assertThat(wrong()).anyMatch(line -> line.contains(data() + " is not a folder"));
    assertThat(wrong()).anyMatch(line -> line.endsWith("Choose another with --data."));
  }

  @Test
  void every_problem_of_the_clinics_settings_is_told_with_its_line() throws IOException {
    Files.createDirectory(data());
    String shipped = Files.readString(Served.HOME.resolve("settings/clinic.yaml"));
    Files.writeString(
        data().resolve("clinic.yaml"),
        shipped.replace("zone: America/New_York", "zone: Mars").replace("aheadDays: 60", ""));

    assertThat(doctor()).isEqualTo(1);

    assertThat(wrong())
        .hasSize(2)
        .allMatch(line -> line.startsWith("WRONG  clinic: " + data().resolve("clinic.yaml") + ":"))
        .allMatch(line -> line.endsWith("Mend it there, then try again."))
        .anyMatch(line -> line.contains("zone: must be a time zone"))
        .anyMatch(line -> line.contains("'aheadDays' is missing"));
  }

  @Test
  void a_broken_programme_is_told_with_file_and_line() throws IOException {
    Path home = copyOfHome();
    Path pack = home.resolve("programmes/mid-back/programme.yaml");
    Files.writeString(pack, Files.readString(pack).replaceFirst("(?m)^format: 1$", "format: 7"));
    System.setProperty(HOME, home.toString());

    assertThat(doctor()).isEqualTo(1);

    assertThat(wrong())
        .isNotEmpty()
        .allMatch(line -> line.startsWith("WRONG  programme: "))
        .anyMatch(line -> line.matches(".*programme\\.yaml:\\d+: format: .*"));
  }

  @Test
  void an_article_without_its_programme_is_told_with_file_and_line() throws IOException {
    Path article = Files.createDirectories(data().resolve("articles")).resolve("desk.md");
    Files.writeString(
        article,
        "---\ntitle: A\nsummary: B\nprogramme: wrists\nlanguage: en\norder: 1\n"
            + "published: 2026-11-02\n---\nText\n");

    assertThat(doctor()).isEqualTo(1);

    assertThat(wrong())
        .singleElement()
        .asString()
        .startsWith("WRONG  article: " + article + ":4: programme: there is no programme 'wrists'");
  }

  @Test
  void a_port_that_somebody_else_has_is_named() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = other.getLocalPort();

      assertThat(doctor()).isEqualTo(1);
    }
    assertThat(wrong())
        .singleElement()
        .asString()
        .contains("server: does not run, and 127.0.0.1:" + port + " is taken")
        .endsWith("Choose another with --port or --host.");
  }

  @Test
  void a_database_of_somebody_else_is_not_called_ours() throws IOException {
    Files.createDirectory(data());
    Files.writeString(data().resolve("counterpose.db"), "not a database at all".repeat(100));

    assertThat(doctor()).isEqualTo(1);

    assertThat(wrong()).singleElement().asString().startsWith("WRONG  store: does not answer");
  }

  private Path data() {
    return place.resolve("data");
  }

  private int doctor() {
    return commands.run("doctor", "--data", data().toString(), "--port", "" + port);
  }

  private List<String> wrong() {
    return commands.out().lines().filter(line -> line.startsWith("WRONG")).toList();
  }

  /** By its permissions, or by a mount for whoever may write in spite of them. */
  private void makeReadOnly() throws Exception {
    Files.setPosixFilePermissions(data(), PosixFilePermissions.fromString("r-xr-xr-x"));
    if (Files.isWritable(data())) {
      mounted = run("mount", "-t", "tmpfs", "-o", "ro", "tmpfs", data().toString()) == 0;
      assumeTrue(mounted, "this machine does not let the tests mount");
    }
  }

  private static int run(String... command) throws Exception {
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  private Path copyOfHome() throws IOException {
    Path home = place.resolve("home");
    for (String part : List.of("programmes", "settings")) {
      try (Stream<Path> files = Files.walk(Served.HOME.resolve(part))) {
        for (Path file : files.toList()) {
          Path to = home.resolve(Served.HOME.relativize(file).toString());
          Files.createDirectories(to.getParent());
          if (Files.isRegularFile(file)) {
            Files.copy(file, to);
          }
        }
      }
    }
    return home;
  }
}
