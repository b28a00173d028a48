package org.counterpose.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.counterpose.document.Problems;
import org.counterpose.library.PackFolder;
import org.counterpose.programme.Programme;
import org.counterpose.revision.Edition;
import org.counterpose.revision.Revision;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Holds two versions of a pack against each other. */
@Command(
    name = "diff",
    description = "Says in words what a new version of a pack changes for patients, safety first.")
final class DiffCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "OLD", description = "The folder of the earlier version.")
  private Path old = Path.of("");

  @Parameters(index = "1", paramLabel = "NEW", description = "The folder of the later one.")
  private Path now = Path.of("");

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    Problems problems = new Problems();
    Optional<Edition> before = PackFolder.edition(old, problems);
    Optional<Edition> after = PackFolder.edition(now, problems);
    if (before.isEmpty() || after.isEmpty()) {
      throw new BadPack(problems);
    }
    refuseTwoProgrammes(before.get().programme(), after.get().programme());
    Map<String, List<String>> changes = Revision.between(before.get(), after.get());
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    out.println(before.get().programme() + " -> " + after.get().programme());
    changes.forEach(
        (part, lines) -> {
          out.println();
          out.println(part);
          lines.forEach(line -> out.println("  " + line));
        });
    if (changes.isEmpty()) {
      out.println("Nothing is different.");
    }
    out.flush();
    return 0;
  }

  private static void refuseTwoProgrammes(Programme before, Programme after) {
    if (!before.id().equals(after.id())) {
      throw new WrongUse(
          before
              + " and "
              + after
              + " are two programmes, not two versions of one: nothing in one became something in the"
              + " other. Name the folders of two versions of one programme.");
    }
  }
}
