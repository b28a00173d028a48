package org.counterpose.library;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The pack that a new programme begins as: small, sound, and full of comments. */
public final class Starter {

  private static final List<String> FILES =
      List.of(
          PackFolder.STRUCTURE,
          "texts/en/programme.md",
          "texts/en/questions.md",
          "texts/en/safety.md",
          "texts/en/steps.md");

  private Starter() {}

  /**
   * Writes a new pack into a folder of packs.
   *
   * @return the folder of the pack
   * @throws IOException where something of that name is there already, or cannot be written
   */
  public static Path write(Path programmes, String id) throws IOException {
    Files.createDirectories(programmes);
    Path folder = Files.createDirectory(programmes.resolve(id));
    for (String name : FILES) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(
          file, content(name).replace("{{id}}", id).replace("{{name}}", id.replace('-', ' ')));
    }
    return folder;
  }

  private static String content(String name) throws IOException {
    try (InputStream in = Starter.class.getResourceAsStream("/starter/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
