package org.counterpose.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;

/** Somebody at the command line, and what they read there. */
final class Commands {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /** Runs a command in this process and returns its exit code. */
  int run(String... arguments) {
    CommandLine line =
        Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return line.execute(Main.withCommand(List.of(arguments)).toArray(String[]::new));
  }

  /** All that was said on standard output so far. */
  String out() {
    return out.toString();
  }

  /** All that was said on standard error so far. */
  String err() {
    return err.toString();
  }
}
