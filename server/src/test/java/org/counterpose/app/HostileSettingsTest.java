package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clinic's settings made to do harm are told with their lines, and nothing of them counts. */
class HostileSettingsTest {

  @TempDir private Path temporary = Path.of("");

  @Test
  void aliases_tags_and_hidden_characters_are_all_told() throws IOException {
    Path settings = settings();
    Files.writeString(
        settings,
        "\na1: &a [x, x]\na2: [*a, *a]\nrunner: !!javax.script.ScriptEngineManager [x]\n"
            + "# \u202e\n",
        StandardOpenOption.APPEND);

    assertThat(problems(settings))
        .anyMatch(problem -> problem.contains("aliases are not read"))
        .anyMatch(problem -> problem.contains("U+202E"));
  }

  @Test
  void a_tag_makes_nothing_but_what_it_stands_before() throws IOException {
    Path settings = settings();
    Files.writeString(
        settings, "\nrunner: !!javax.script.ScriptEngineManager [x]\n", StandardOpenOption.APPEND);

    assertThat(problems(settings)).anyMatch(problem -> problem.contains("'runner' is not known"));
  }

  @Test
  void a_hundred_megabytes_are_told_and_not_read() throws IOException {
    Path settings = settings();
    try (var large = Files.newByteChannel(settings, StandardOpenOption.WRITE)) {
      large.position(100_000_000);
      large.write(ByteBuffer.wrap(new byte[] {' '}));
    }

    assertThat(problems(settings))
        .containsExactly(
            settings + ":0: must be at most 1000000 bytes, has 100000001: give a part of it");
  }

  private Path settings() throws IOException {
    return Files.copy(
        Served.HOME.resolve("settings/clinic.yaml"), temporary.resolve("clinic.yaml"));
  }

  private static List<String> problems(Path settings) {
    Commands commands = new Commands();
    assertThat(commands.run("check", settings.toString())).isEqualTo(1);
    return commands.out().lines().toList();
  }
}
