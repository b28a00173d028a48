package org.counterpose.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;

/**
 * A folder in another that nobody can read, not even who may read everything: its address is longer
 * than any that the system takes. Closing it shortens the address again, so that it can be deleted.
 */
final class UnreadableFolder implements AutoCloseable {

  private static final String NAME = "x".repeat(200);

  private final Path elsewhere;
  private final Path moved;

  private UnreadableFolder(Path elsewhere, Path moved) {
    this.elsewhere = elsewhere;
    this.moved = moved;
  }

  /**
   * Makes one.
   *
   * @param spare a folder on the same disk to keep it in once it is closed
   */
  static UnreadableFolder in(Path folder, Path spare) throws IOException {
    Path elsewhere = spare.resolve("spare");
    Files.createDirectories(deep(elsewhere));
    Path above = Files.createDirectories(deep(folder.resolve("unreadable")));
    Path moved = above.resolve("inner");
    Files.move(elsewhere, moved);
    return new UnreadableFolder(elsewhere, moved);
  }

  private static Path deep(Path top) {
    return top.resolve(String.join("/", Collections.nCopies(12, NAME)));
  }

  @Override
  public void close() throws IOException {
    Files.move(moved, elsewhere);
  }
}
