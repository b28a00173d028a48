package org.counterpose.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The store cannot do what was asked, and nothing of it was kept. The message says in plain words
 * what is wrong and how to mend it, to who runs the server; it names nobody.
 */
public final class StoreUnavailable extends RuntimeException {

  private static final long NEXT_TO_NOTHING = 256 * 1024;

  /** What is wrong. */
  public enum Reason {
    DISK_FULL,
    READ_ONLY,
    BUSY,
    IN_USE,
    NEWER,
    OLDER,
    OTHER_BUILD,
    MISSING,
    DAMAGED,
    CLOSED,
    UNREACHABLE,
    /** It is done, and what was deleted is still in the database's log. */
    LINGERS
  }

  private final Reason reason;

  StoreUnavailable(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  StoreUnavailable(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  static StoreUnavailable closed() {
    return new StoreUnavailable(
        Reason.CLOSED, "Counterpose is shutting down; this was not saved. Try again in a minute.");
  }

  static StoreUnavailable lingers() {
    return new StoreUnavailable(
        Reason.LINGERS,
        "It is deleted, but its bytes are still in the database's log, because something has been"
            + " reading for long (a backup?). Once that has ended, erase it again.");
  }

  static StoreUnavailable full(Path folder, Throwable cause) {
    return new StoreUnavailable(
        Reason.DISK_FULL,
        "The disk that holds " + folder + " is full; this was not saved. Free some space there.",
        cause);
  }

  static StoreUnavailable readOnly(Path folder, Throwable cause) {
    return new StoreUnavailable(
        Reason.READ_ONLY,
        folder
            + " cannot be written to; nothing is saved. Make it writable, or choose another folder"
            + " with --data.",
        cause);
  }

  /** What a failure to reach a file of the folder means. */
  static StoreUnavailable of(Path folder, IOException failure) {
    if (almostNoSpace(folder)) {
      return full(folder, failure);
    }
    if (failure instanceof AccessDeniedException || says(failure, "Read-only file system")) {
      return readOnly(folder, failure);
    }
    return new StoreUnavailable(
        Reason.UNREACHABLE,
        folder + " cannot be used: " + failure.getMessage() + ". Choose another with --data.",
        failure);
  }

  static StoreUnavailable of(Path folder, ReadOnlyFileSystemException failure) {
    return readOnly(folder, failure);
  }

  /**
   * What a refusal of SQLite means when it is the store that cannot, and empty where the work was
   * wrong. The numbers are SQLite's primary result codes.
   */
  static Optional<StoreUnavailable> of(Path folder, SQLException failure) {
    return switch (failure.getErrorCode() & 0xff) {
      case 13 -> Optional.of(full(folder, failure));
      case 8 -> Optional.of(readOnly(folder, failure));
      case 5, 6 ->
          Optional.of(
              new StoreUnavailable(
                  Reason.BUSY,
                  "The store is busy and this was not saved. Try again in a minute.",
                  failure));
      case 11, 26 ->
          Optional.of(
              new StoreUnavailable(
                  Reason.DAMAGED,
                  "The database in "
                      + folder
                      + " is damaged. Stop Counterpose and restore the last backup into an empty"
                      + " folder.",
                  failure));
      case 7, 10, 14 ->
          Optional.of(
              almostNoSpace(folder)
                  ? full(folder, failure)
                  : new StoreUnavailable(
                      Reason.UNREACHABLE,
                      "The disk that holds "
                          + folder
                          + " takes nothing more (full, over a limit, or faulty); this was not"
                          + " saved.",
                      failure));
      default -> Optional.empty();
    };
  }

  private static boolean says(Throwable failure, String words) {
    String message = failure.getMessage();
    return message != null && message.contains(words);
  }

  private static boolean almostNoSpace(Path folder) {
    try {
      return Files.getFileStore(folder).getUsableSpace() < NEXT_TO_NOTHING;
    } catch (IOException e) {
      return false;
    }
  }
}
