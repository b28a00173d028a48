package org.counterpose.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Copies of a data folder in one file: the database as it was at one moment, and the folder's
 * settings beside it. The file is an SQLite database; nothing is ever written over.
 */
public final class Backup {

  private static final String BEGUN = "counterpose-backup.";
  private static final String PARTIAL = ".partial";
  private final Path file;

  public Backup(Path file) {
    this.file = file.toAbsolutePath().normalize();
  }

  /** What came of a copy. */
  public sealed interface Outcome {

    /**
     * It is there, on the disk, and was read through without a fault.
     *
     * @param leftOut names within the folder of what is not in it: links, and what cannot be read
     */
    record Done(Path file, long bytes, List<String> leftOut) implements Outcome {
      public Done {
        leftOut = List.copyOf(leftOut);
      }
    }

    /** It was not made, and nothing was changed. */
    record Refused(String why) implements Outcome {}
  }

  /**
   * Copies a folder into the file, whether or not it is being served; what is saved meanwhile waits
   * for the next backup. The copy is read through before it gets its name.
   *
   * @param progress told now and then how much is done, 0 to 1
   */
  public Outcome make(Path folder, DoubleConsumer progress) {
    if (Files.exists(file)) {
      return new Outcome.Refused(file + " exists already, and nothing is written over.");
    }
    Path parent = parent();
    if (!Files.isDirectory(parent)) {
      return new Outcome.Refused("There is no folder " + parent + ".");
    }
    Sqlite source = Sqlite.existing(folder);
    Path partial = null;
    try {
      deleteLeftovers(parent);
      partial = Files.createTempFile(parent, BEGUN, PARTIAL);
      CopiedFolder copy = new CopiedFolder(partial);
      try (Connection connection = source.copier()) {
        Migrations.mustBeCurrent(source, connection);
        try (Watch _ = new Watch(partial, size(connection), progress)) {
          copy.fill(connection);
        }
      }
      SmallFiles settings = SmallFiles.of(source.folder());
      copy.add(settings);
      Optional<String> fault = copy.fault();
      if (fault.isPresent()) {
        return new Outcome.Refused(
            "The copy is not sound, so it was not kept: " + fault.get() + ".");
      }
      CopiedFolder.sync(partial);
      Files.move(partial, file);
      CopiedFolder.sync(parent);
      return new Outcome.Done(file, Files.size(file), settings.leftOut());
    } catch (FileAlreadyExistsException e) {
      return new Outcome.Refused(file + " exists already, and nothing is written over.");
    } catch (IOException e) {
      throw StoreUnavailable.of(parent, e);
    } catch (SQLException e) {
      throw Database.refusal(parent, e);
    } finally {
      delete(partial);
    }
  }

  /** Brings the file's content back into a folder that is missing or empty. */
  public Outcome restore(Path folder) {
    if (!Files.isRegularFile(file)) {
      return new Outcome.Refused("There is no file " + file + ".");
    }
    Sqlite target = new Sqlite(folder.toAbsolutePath().normalize());
    Path partial = target.folder().resolve(target.file().getFileName() + PARTIAL);
    boolean ours = false;
    try {
      if (!new CopiedFolder(file).isCounterposes()) {
        return new Outcome.Refused(file + " is not a backup of Counterpose.");
      }
      if (Files.exists(target.folder()) && !isEmptyFolder(target.folder())) {
        return new Outcome.Refused(
            target.folder() + " is not empty. A backup is restored into an empty folder only.");
      }
      Sqlite.makeFolder(target.folder());
      ours = true;
      try (FolderLock _ = FolderLock.take(target.folder().toRealPath())) {
        Files.copy(file, partial);
        CopiedFolder copy = new CopiedFolder(partial);
        Optional<String> fault = copy.fault();
        if (fault.isPresent()) {
          return new Outcome.Refused(file + " is damaged: " + fault.get() + ".");
        }
        try (Connection connection = copy.open()) {
          Migrations.mustNotBeOthers(target, connection);
          CopiedFolder.takeSettings(connection, target.folder());
        }
        CopiedFolder.sync(partial);
        Files.move(partial, target.file());
        CopiedFolder.sync(target.folder());
        ours = false;
      }
      return new Outcome.Done(target.file(), Files.size(target.file()), List.of());
    } catch (IOException e) {
      throw StoreUnavailable.of(target.folder(), e);
    } catch (SQLException e) {
      throw Database.refusal(target.folder(), e);
    } finally {
      if (ours) {
        empty(target.folder());
      }
    }
  }

  private Path parent() {
    Path parent = file.getParent();
    return parent == null ? file : parent;
  }

  /** Deletes what killed backups left behind: it holds people's data. */
  private static void deleteLeftovers(Path parent) throws IOException {
    FileTime anHourAgo = FileTime.from(Instant.now().minus(Duration.ofHours(1)));
    try (DirectoryStream<Path> partials =
        Files.newDirectoryStream(
            parent,
            other ->
                other.getFileName().toString().startsWith(BEGUN)
                    && other.getFileName().toString().endsWith(PARTIAL))) {
      for (Path partial : partials) {
        if (Files.getLastModifiedTime(partial).compareTo(anHourAgo) < 0) {
          Files.deleteIfExists(partial);
        }
      }
    }
  }

  private static long size(Connection connection) throws SQLException {
    return Sqlite.number(connection, "PRAGMA page_count")
        * Sqlite.number(connection, "PRAGMA page_size");
  }

  private static boolean isEmptyFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        if (!entry.getFileName().toString().equals("lost+found")) {
          return false;
        }
      }
      return true;
    }
  }

  /** Takes away what a restore that failed has put into a folder that was empty. */
  private static void empty(Path folder) {
    try (Stream<Path> entries = Files.walk(folder)) {
      for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
        if (Files.isRegularFile(entry)
            || SmallFiles.WRITTEN.contains(folder.relativize(entry).getName(0).toString())) {
          Files.delete(entry);
        }
      }
    } catch (IOException e) {
      // What is left says by its name that it is partial, and stands in the way of a second try.
    }
  }

  private static void delete(@Nullable Path partial) {
    if (partial != null) {
      try {
        Files.deleteIfExists(partial);
      } catch (IOException e) {
        // It says by its name that it is partial.
      }
    }
  }

  /** Tells how far a copy has grown while it is made. */
  private static final class Watch implements AutoCloseable {

    private final Thread thread;

    Watch(Path copy, long expectedBytes, DoubleConsumer progress) {
      this.thread =
          Thread.ofPlatform()
              .daemon()
              .name("backup progress")
              .start(
                  () -> {
                    try {
                      while (true) {
                        Thread.sleep(200);
                        progress.accept(
                            Math.min(1, (double) Files.size(copy) / Math.max(1, expectedBytes)));
                      }
                    } catch (InterruptedException | IOException e) {
                      // The copy is done, or its maker tells what is wrong.
                    }
                  });
    }

    @Override
    public void close() {
      thread.interrupt();
    }
  }
}
