package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

  private final Commands commands = new Commands();

  @ParameterizedTest
  @ValueSource(strings = {"serv", "serve --prot 80", "serve 8080", "serve --port", "--nonsense"})
  void wrong_use_is_one_line_and_exit_2(String words) {
    assertThat(commands.run(words.split(" "))).isEqualTo(2);
    assertThat(commands.err().strip().lines()).hasSize(1);
    assertThat(commands.out()).isEmpty();
  }

  @Test
  void a_value_that_cannot_be_used_is_wrong_use_too() {
    assertThat(commands.run("serve", "--port", "abc")).isEqualTo(2);
    assertThat(commands.err().strip())
        .isEqualTo("--port must be a whole number from 0 to 65535, got 'abc'");
  }

  @Test
  void the_script_prints_the_same_help_before_anything_is_built() throws IOException {
    assertThat(commands.run("--help")).isZero();
    assertThat(commands.out()).isEqualTo(Files.readString(Served.HOME.resolve("scripts/help.txt")));
  }

  @Test
  void every_command_has_help() {
    for (String command : Main.commandLine().getSubcommands().keySet()) {
      assertThat(commands.run(command, "--help")).as(command).isZero();
      assertThat(commands.out()).contains(command);
    }
    assertThat(commands.run("--help")).isZero();
  }
}
