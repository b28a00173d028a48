package org.counterpose.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.counterpose.app.AnotherJava;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Disks that are full or may not be written to. Where the tests may mount, a small disk of their
 * own; a limit on the size of files serves everywhere.
 */
@Timeout(60)
class FaultyDiskTest {

  private static final UUID JOURNEY = UUID.fromString("00000000-0000-4000-8000-000000000001");

  @TempDir Path place;
  private boolean mounted;

  @AfterEach
  void unmount() throws Exception {
    if (mounted) {
      run("umount", disk().toString());
    }
  }

  @Test
  void a_full_disk_is_named_and_nothing_is_called_saved_and_room_mends_it() throws Exception {
    mount("size=3m");
    try (Database database = Database.open(disk())) {
      Journals journals = new SqlJournals(database);
      journals.begin(new NewJourney(JOURNEY, new byte[32], Instant.EPOCH, List.of(line(10))));
      Path filler = fill();
      List<Line> saved = new ArrayList<>();
      StoreUnavailable refused =
          catchThrowableOfType(
              StoreUnavailable.class,
              () -> {
                while (true) {
                  Line line = line(4000);
                  journals.append(JOURNEY, List.of(line));
                  saved.add(line);
                }
              });

      assertThat(refused.reason()).isEqualTo(StoreUnavailable.Reason.DISK_FULL);
      assertThat(refused).hasMessageContaining("is full; this was not saved");
      assertThat(journals.find(JOURNEY).orElseThrow().lines())
          .hasSize(saved.size() + 1)
          .containsAll(saved);

      Files.delete(filler);
      Line after = line(10);
      assertThat(journals.append(JOURNEY, List.of(after))).contains(new Appended(1, 0));
      assertThat(journals.find(JOURNEY).orElseThrow().lines()).contains(after);
    }
  }

  @Test
  void a_full_disk_fails_a_backup_in_plain_words_and_leaves_no_half_of_it() throws Exception {
    Path data = place.resolve("data");
    try (Database database = Database.open(data)) {
      new SqlJournals(database)
          .begin(new NewJourney(JOURNEY, new byte[32], Instant.EPOCH, List.of(line(900_000))));
    }
    mount("size=200k");

    assertThatThrownBy(() -> new Backup(disk().resolve("copy.db")).make(data, progress -> {}))
        .isInstanceOfSatisfying(
            StoreUnavailable.class,
            e -> assertThat(e.reason()).isEqualTo(StoreUnavailable.Reason.DISK_FULL));
    try (var left = Files.list(disk())) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void a_folder_that_may_not_be_written_to_is_named_at_the_start() throws Exception {
    Path data = disk();
    if (isRoot()) {
      mount("size=1m");
      run("mount", "-o", "remount,ro", data.toString());
    } else {
      Files.createDirectory(
          data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-xr-xr-x")));
    }

    assertThatThrownBy(() -> Database.open(data))
        .isInstanceOfSatisfying(
            StoreUnavailable.class,
            e -> assertThat(e.reason()).isEqualTo(StoreUnavailable.Reason.READ_ONLY))
        .hasMessageContaining(data + " cannot be written to");
    assertThatThrownBy(() -> Database.open(data.resolve("below")))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("cannot be written to");
  }

  @Test
  void a_folder_that_is_a_file_is_told_in_plain_words() throws IOException {
    Path file = Files.writeString(place.resolve("file"), "dear to me");

    assertThatThrownBy(() -> Database.open(file)).isInstanceOf(StoreUnavailable.class);
    assertThat(file).hasContent("dear to me");
  }

  @Test
  void a_limit_on_the_size_of_files_loses_nothing_that_was_called_saved() throws Exception {
    Path data = place.resolve("data");
    List<String> limited =
        new ArrayList<>(List.of("sh", "-c", "ulimit -f 4096; exec \"$@\"", "sh"));
    limited.addAll(
        AnotherJava.command(List.of("-XX:-UsePerfData"), UntilRefused.class, data.toString()));
    Process process =
        new ProcessBuilder(limited).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    List<UUID> saved = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("saved ")) {
          saved.add(UUID.fromString(line.substring(6)));
        } else {
          refused.add(line);
        }
      }
    }
    process.waitFor();

    assertThat(refused).singleElement().asString().contains("this was not saved");
    try (Database database = Database.open(data)) {
      assertThat(
              new SqlJournals(database).find(JOURNEY).orElseThrow().lines().stream().map(Line::id))
          .hasSizeGreaterThan(10)
          .containsExactlyInAnyOrderElementsOf(saved);
    }
  }

  private Path disk() {
    return place.resolve("disk");
  }

  private void mount(String options) throws Exception {
    Files.createDirectory(disk());
    assumeTrue(isRoot(), "mounting a small disk needs root");
    mounted = run("mount", "-t", "tmpfs", "-o", options, "tmpfs", disk().toString()) == 0;
    assumeTrue(mounted, "this machine does not let the tests mount");
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  /** Leaves a little room, so that the store finds the end by itself. */
  private Path fill() throws IOException {
    Path filler = disk().resolve("filler");
    long room = Files.getFileStore(disk()).getUsableSpace() - 100_000;
    try (OutputStream out = Files.newOutputStream(filler)) {
      out.write(new byte[(int) Math.max(0, room)]);
    }
    return filler;
  }

  private static int run(String... command) throws Exception {
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  private static Line line(int length) {
    return new Line(
        UUID.randomUUID(), Instant.EPOCH, "rated", "{\"note\":\"" + "x".repeat(length) + "\"}");
  }

  /** A second process that writes until the store says no. */
  static final class UntilRefused {

    private UntilRefused() {}

    public static void main(String[] arguments) {
      try {
        Journals journals = new SqlJournals(Database.open(Path.of(arguments[0])));
        Line first = line(10);
        journals.begin(new NewJourney(JOURNEY, new byte[32], Instant.EPOCH, List.of(first)));
        System.out.println("saved " + first.id());
        while (true) {
          Line line = line(20_000);
          journals.append(JOURNEY, List.of(line));
          System.out.println("saved " + line.id());
        }
      } catch (StoreUnavailable e) {
        System.out.println(e.getMessage());
        System.exit(0);
      }
    }
  }
}
