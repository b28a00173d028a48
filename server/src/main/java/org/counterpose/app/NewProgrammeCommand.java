package org.counterpose.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
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
        "Writes a small pack of four steps, with comments, to make a programme of your own from.")
final class NewProgrammeCommand implements Callable<Integer> {

  private static final String SCHEMA = "programme.schema.json";

  @Parameters(
      paramLabel = "ID",
      description = "What the programme is called: lower-case words joined by hyphens.")
  private String id = "";

  @Option(
      names = "--in",
      paramLabel = "DIR",
      description = "The folder of packs [that of the product].")
  private @Nullable Path in;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "A clinic's data folder: the programme is its own, in the folder programmes.")
  private @Nullable Path data;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*") || id.length() > 60) {
      throw new WrongUse(
          "A programme's id is lower-case words joined by hyphens, such as stiff-wrists; got '"
              + id
              + "'.");
    }
    if (in != null && data != null) {
      throw new WrongUse("Say --in or --data, not both.");
    }
    Path shipped = Configuration.homeFolder().resolve(ClinicSettings.PROGRAMMES);
    Path programmes =
        in != null ? in : data != null ? data.resolve(ClinicSettings.PROGRAMMES) : shipped;
    Path folder;
    try {
      folder = Starter.write(programmes, id);
    } catch (FileAlreadyExistsException e) {
      throw new WrongUse("There is something at " + e.getMessage() + " already.");
    }
    Path schema = programmes.resolve(SCHEMA);
    if (Files.notExists(schema) && Files.exists(shipped.resolve(SCHEMA))) {
      Files.copy(shipped.resolve(SCHEMA), schema); // for editors, which look for it there
    }
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    out.println("Written: " + folder);
    out.println("Check it after each change: ./run check " + folder);
    out.println("docs/writing-a-programme.md goes on from here.");
    out.flush();
    return 0;
  }
}
