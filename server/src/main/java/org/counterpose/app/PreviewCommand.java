package org.counterpose.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.counterpose.document.Problems;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows a pack, or articles, while they are being written. */
@Command(
    name = "preview",
    description =
        "Serves a pack on this machine alone, with a made-up person on any day of their trial, or a"
            + " clinic's articles, and again after each saving.")
final class PreviewCommand implements Callable<Integer> {

  private static final int LOOK_EVERY_MS = 500;

  @Parameters(
      paramLabel = "PATH",
      description =
          "The folder of a pack, signed or not; or an article, or the folder articles, beside which"
              + " the clinic's own programmes lie.")
  private Path path = Path.of("");

  @Option(
      names = "--day",
      paramLabel = "1..365",
      description = "The day of the trial that it is, for a pack [1].")
  private int day = 1;

  @Option(names = "--port", paramLabel = "PORT", description = "Port; 0 for any free one [8080].")
  private int port = 8080;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (day < 1 || day > 365) {
      throw new WrongUse("--day is a whole number from 1 to 365, got " + day + ".");
    }
    if (port < 0 || port > 65535) {
      throw new WrongUse("--port is a whole number from 0 to 65535, got " + port + ".");
    }
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Draft draft = draft();
    Preview preview = Preview.open(draft, port, InstantSource.system());
    Runtime.getRuntime().addShutdownHook(new Thread(preview::close, "closing"));
    out.println("Counterpose answers at " + preview.address());
    out.println(
        switch (draft) {
              case Draft.OfPack pack -> "A made-up person, day " + day + ": ";
              case Draft.OfArticles articles -> "Your words: ";
            }
            + preview.link());
    out.flush();
    boolean sound = true;
    while (true) {
      Thread.sleep(LOOK_EVERY_MS);
      preview.look().list().forEach(out::println);
      if (preview.isSound() && !sound) {
        out.println("Well again: the pages show what you saved.");
      }
      sound = preview.isSound();
      out.flush();
    }
  }

  private Draft draft() {
    Path house = Configuration.homeFolder();
    if (!Files.exists(path)) {
      throw new WrongUse("There is nothing at " + path + ".");
    }
    if (!WrittenArticles.is(path)) {
      if (!Files.isDirectory(path)) {
        throw new WrongUse(path + " is neither the folder of a pack nor an article (.md).");
      }
      return new Draft.OfPack(path, day, house);
    }
    if (day != 1) {
      throw new WrongUse("--day is for a pack: an article is the same on every day.");
    }
    Problems problems = new Problems();
    return WrittenArticles.at(path, problems)
        .map(written -> new Draft.OfArticles(written, house))
        .orElseThrow(() -> new BadPack(problems));
  }
}
