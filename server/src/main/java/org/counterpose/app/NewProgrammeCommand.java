package org.counterpose.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.counterpose.library.Starter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Begins a new programme. */
@Command(
    name = "new-programme",
    description =
        "Writes a small pack of three steps, with comments, to make a programme of your own from.")
final class NewProgrammeCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "ID",
      description = "What the programme is called: lower-case words joined by hyphens.")
  private String id = "";

  @Option(
      names = "--in",
      paramLabel = "DIR",
      description = "The folder of packs [the one that is served].")
  private @Nullable Path in;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*") || id.length() > 60) {
      throw new WrongUse(
          "A programme's id is lower-case words joined by hyphens, such as stiff-wrists; got '"
              + id
              + "'.");
    }
    Path programmes = in == null ? Configuration.homeFolder().resolve("programmes") : in;
    Path folder;
    try {
      folder = Starter.write(programmes, id);
    } catch (FileAlreadyExistsException e) {
      throw new WrongUse("There is something at " + e.getMessage() + " already.");
    }
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    out.println("Written: " + folder);
    out.println("Check it after each change: ./run check " + folder);
    out.println("docs/writing-a-programme.md goes on from here.");
    out.flush();
    return 0;
  }
}
