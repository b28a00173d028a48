package org.counterpose.library;

import java.nio.file.Files;
import java.nio.file.Path;
import org.counterpose.document.Problems;
import org.counterpose.programme.Programme;

/** The mid-back pack as it stands in the repository. */
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
    Problems problems = new Problems();
    return PackFolder.read(folder(), problems)
        .orElseThrow(() -> new AssertionError("the shipped pack is not sound: " + problems.list()))
        .programme();
  }
}
