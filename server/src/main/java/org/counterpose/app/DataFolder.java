package org.counterpose.app;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that names the data folder, the same for every command that needs one. */
final class DataFolder {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "${env:COUNTERPOSE_DATA:-data}",
      description = "Folder that holds everything that is kept [./data].")
  private Path folder = Path.of("data");

  Path folder() {
    return folder;
  }
}
