package org.counterpose.library;

import java.nio.file.Files;
import java.nio.file.Path;
import org.counterpose.document.Problems;
import org.counterpose.programme.Programme;

/** The packs as they stand in the repository; without a name it is the mid-back one. */
public final class ShippedPack {

  private ShippedPack() {}

  /** The folder of all packs. */
  public static Path programmes() {
    Path fromModule = Path.of("..", "programmes");
    return Files.isDirectory(fromModule) ? fromModule : Path.of("programmes");
  }

  public static Path folder() {
    return programmes().resolve("mid-back");
  }

  public static Programme programme() {
    return programme("mid-back");
  }

  /** Another pack of the repository. */
  public static Programme programme(String id) {
    Problems problems = new Problems();
    return PackFolder.read(programmes().resolve(id), problems)
        .orElseThrow(() -> new AssertionError("the shipped pack is not sound: " + problems.list()))
        .programme();
  }
}
