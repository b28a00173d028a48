package org.counterpose.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.counterpose.store.Backup.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupAndRestoreTest {

  private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

  @TempDir Path place;

  @Test
  void what_was_backed_up_comes_back_with_the_folders_settings() throws IOException {
    Path data = place.resolve("data");
    UUID journey;
    List<Line> lines;
    try (Database database = Database.open(data)) {
      journey = begun(new SqlJournals(database));
      lines = new SqlJournals(database).find(journey).orElseThrow().lines();
      Files.writeString(data.resolve("clinic.yaml"), "name: Our clinic\n");

      assertThat(make(data)).isInstanceOf(Outcome.Done.class);
    }

    Path back = place.resolve("back");
    assertThat(new Backup(file()).restore(back)).isInstanceOf(Outcome.Done.class);

    assertThat(back.resolve("clinic.yaml")).hasContent("name: Our clinic");
    assertThat(Files.getPosixFilePermissions(back.resolve("clinic.yaml")))
        .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    try (Database database = Database.open(back)) {
      assertThat(new SqlJournals(database).find(journey).orElseThrow().lines()).isEqualTo(lines);
    }
  }

  @Test
  void what_a_killed_backup_left_is_gone_after_the_next_one_and_another_that_runs_is_let_be()
      throws IOException {
    Path data = place.resolve("data");
    Database.open(data).close();
    Path left = Files.writeString(place.resolve("counterpose-backup.17.partial"), "people");
    Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
    Path running = Files.writeString(place.resolve("counterpose-backup.18.partial"), "now");

    assertThat(make(data)).isInstanceOf(Outcome.Done.class);

    assertThat(left).doesNotExist();
    assertThat(running).exists();
  }

  @Test
  void a_backup_while_entries_arrive_holds_all_that_was_acknowledged_before_it_began()
      throws Exception {
    Path data = place.resolve("data");
    try (Database database = Database.open(data);
        ExecutorService threads = Executors.newFixedThreadPool(4)) {
      Journals journals = new SqlJournals(database);
      UUID journey = begun(journals);
      AtomicBoolean enough = new AtomicBoolean();
      List<Future<List<Line>>> writers = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        writers.add(
            threads.submit(
                () -> {
                  List<Line> acknowledged = new ArrayList<>();
                  while (!enough.get()) {
                    Line line = line();
                    journals.append(journey, List.of(line));
                    acknowledged.add(line);
                  }
                  return acknowledged;
                }));
      }
      int before = journals.summary(journey).orElseThrow().entries();

      Outcome outcome;
      try {
        outcome = make(data);
      } finally {
        enough.set(true);
      }
      assertThat(outcome).isInstanceOf(Outcome.Done.class);
      for (Future<List<Line>> writer : writers) {
        assertThat(writer.get()).isNotEmpty();
      }

      new Backup(file()).restore(place.resolve("back"));
      try (Database back = Database.open(place.resolve("back"))) {
        Kept kept = new SqlJournals(back).find(journey).orElseThrow();
        assertThat(kept.lines()).hasSizeGreaterThanOrEqualTo(before);
        assertThat(new SqlJournals(back).summary(journey).orElseThrow().entries())
            .isEqualTo(kept.lines().size());
      }
    }
  }

  @Test
  void own_programmes_behind_a_link_are_in_it_and_every_other_link_is_told() throws IOException {
    Path data = place.resolve("data");
    Database.open(data).close();
    Path elsewhere = Files.createDirectories(place.resolve("elsewhere"));
    Files.createDirectories(elsewhere.resolve("wrists"));
    Files.writeString(elsewhere.resolve("wrists/programme.yaml"), "id: wrists\n");
    Files.createSymbolicLink(data.resolve("programmes"), elsewhere);
    Files.createSymbolicLink(elsewhere.resolve("knees"), place.resolve("other"));
    Files.createSymbolicLink(data.resolve("clinic.yaml"), place.resolve("other.yaml"));
    Files.createDirectories(data.resolve("articles"));
    Files.createSymbolicLink(data.resolve("articles/loop"), data.resolve("articles"));

    assertThat(make(data))
        .isInstanceOfSatisfying(
            Outcome.Done.class,
            done ->
                assertThat(done.leftOut())
                    .containsExactlyInAnyOrder("clinic.yaml", "programmes/knees", "articles/loop"));

    Path back = place.resolve("back");
    new Backup(file()).restore(back);
    assertThat(back.resolve("programmes/wrists/programme.yaml")).hasContent("id: wrists\n");
  }

  @Test
  void a_backup_is_one_file_that_only_its_owner_may_read() throws IOException {
    try (Database database = Database.open(place.resolve("data"))) {
      begun(new SqlJournals(database));
      make(place.resolve("data"));
    }

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    assertThat(names(place)).containsExactlyInAnyOrder("data", "copy.db");
  }

  @Test
  void nothing_is_written_over_by_a_backup() throws IOException {
    Database.open(place.resolve("data")).close();
    Files.writeString(file(), "dear to me");

    assertThat(make(place.resolve("data"))).isInstanceOf(Outcome.Refused.class);

    assertThat(file()).hasContent("dear to me");
  }

  @Test
  void a_folder_without_a_database_is_not_backed_up() {
    assertThatThrownBy(() -> make(place.resolve("nowhere")))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("Nothing is kept in")
        .hasMessageContaining("nowhere");
    assertThat(file()).doesNotExist();
  }

  @Test
  void a_folder_that_holds_anything_is_not_restored_into() throws IOException {
    Database.open(place.resolve("data")).close();
    make(place.resolve("data"));
    Path full = Files.createDirectory(place.resolve("full"));
    Files.writeString(full.resolve("note.txt"), "dear to me");

    assertThat(new Backup(file()).restore(full)).isInstanceOf(Outcome.Refused.class);
    assertThat(new Backup(file()).restore(place.resolve("data")))
        .isInstanceOf(Outcome.Refused.class);

    assertThat(names(full)).containsExactly("note.txt");
  }

  @Test
  void a_file_that_is_not_a_backup_is_refused_and_the_folder_stays_empty()
      throws IOException, SQLException {
    Path empty = Files.createDirectory(place.resolve("empty"));
    Path text = Files.writeString(place.resolve("text"), "not a database".repeat(100));
    Path nothing = Files.createFile(place.resolve("nothing"));
    Path foreign = place.resolve("foreign.db");
    try (Statement statement =
        DriverManager.getConnection("jdbc:sqlite:" + foreign).createStatement()) {
      statement.execute("CREATE TABLE cats (name text)");
      statement.getConnection().close();
    }

    for (Path wrong : List.of(text, nothing, foreign)) {
      assertThat(new Backup(wrong).restore(empty))
          .isEqualTo(new Outcome.Refused(wrong + " is not a backup of Counterpose."));
    }
    assertThat(new Backup(place.resolve("missing")).restore(empty))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(names(empty)).isEmpty();
  }

  @Test
  void a_damaged_backup_is_refused_and_the_folder_stays_empty() throws IOException {
    try (Database database = Database.open(place.resolve("data"))) {
      for (int i = 0; i < 200; i++) {
        begun(new SqlJournals(database));
      }
    }
    make(place.resolve("data"));
    long size = Files.size(file());
    try (RandomAccessFile bytes = new RandomAccessFile(file().toFile(), "rw")) {
      bytes.setLength(size - size / 3);
    }

    assertThat(new Backup(file()).restore(place.resolve("back")))
        .isInstanceOfSatisfying(
            Outcome.Refused.class, refused -> assertThat(refused.why()).contains("is damaged"));
    assertThat(names(place.resolve("back"))).isEmpty();
  }

  private Path file() {
    return place.resolve("copy.db");
  }

  private Outcome make(Path data) {
    return new Backup(file()).make(data, done -> {});
  }

  private static UUID begun(Journals journals) {
    UUID id = UUID.randomUUID();
    journals.begin(new NewJourney(id, new byte[32], START, List.of(line(), line())));
    return id;
  }

  private static Line line() {
    return new Line(UUID.randomUUID(), START, "rated", "{\"pain\":4}");
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
