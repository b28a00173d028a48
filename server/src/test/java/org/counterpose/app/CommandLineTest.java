package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandLineTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @ValueSource(strings = {"serv", "serve --prot 80", "serve 8080", "serve --port", "--nonsense"})
  void wrong_use_is_one_line_and_exit_2(String words) {
    assertThat(run(words.split(" "))).isEqualTo(2);
    assertThat(err.toString().strip().lines()).hasSize(1);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void a_value_that_cannot_be_used_is_wrong_use_too() {
    assertThat(run("serve", "--port", "abc")).isEqualTo(2);
    assertThat(err.toString().strip())
        .isEqualTo("--port must be a whole number from 0 to 65535, got 'abc'");
  }

  @Test
  void every_command_has_help() {
    for (String command : Main.commandLine().getSubcommands().keySet()) {
      assertThat(run(command, "--help")).as(command).isZero();
      assertThat(out.toString()).contains(command);
    }
    assertThat(run("--help")).isZero();
  }

  private int run(String... arguments) {
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(Main.withCommand(java.util.List.of(arguments)).toArray(String[]::new));
  }
}
