package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.counterpose.library.Starter;

/** What a clinic has of its own in its data folder: settings, a key, a signed programme. */
final class OwnSettings {

  private OwnSettings() {}

  /** Those that ship, with something more. */
  static Path with(Path data, String more) throws IOException {
    String shipped = Files.readString(Served.HOME.resolve("settings/clinic.yaml"));
    return Files.writeString(data.resolve("clinic.yaml"), shipped + "\n" + more);
  }

  /** Makes a key to sign packs with; what the settings say of it. */
  static String newKey(Path file) {
    Commands commands = new Commands();
    assertThat(commands.run("new-key", file.toString())).as(commands.err()).isZero();
    return commands
        .out()
        .lines()
        .filter(line -> line.startsWith("approvedBy:"))
        .findFirst()
        .orElseThrow();
  }

  /** A programme of the clinic's own, signed with a key. */
  static void signedWrists(Path programmes, Path key) throws IOException {
    Path pack = Starter.write(programmes, "wrists");
    Path structure = pack.resolve("programme.yaml");
    Files.writeString(
        structure,
        Files.readString(structure)
            .replace(
                "approval: {status: draft}",
                "approval: {status: approved, by: Ada, on: \"2026-11-20\", version: \"0.1.0\"}"));
    Commands commands = new Commands();
    assertThat(commands.run("sign", pack.toString(), "--key", key.toString(), "--by", "Ada"))
        .as(commands.err())
        .isZero();
  }
}
