package org.counterpose.app;

import java.nio.file.Path;
import java.util.Map;
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

  /** The settings that hold for it, as its server reads them. */
  Configuration configuration() {
    return Configuration.read(
        Map.of(Setting.DATA, folder.toString()), System.getenv(), Configuration.homeFolder());
  }
}
