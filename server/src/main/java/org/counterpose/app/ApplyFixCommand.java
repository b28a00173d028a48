package org.counterpose.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.counterpose.approval.Approval;
import org.counterpose.booking.Clinic;
import org.counterpose.document.Problems;
import org.counterpose.journeys.SaferTrials;
import org.counterpose.library.Library;
import org.counterpose.library.PackFolder;
import org.counterpose.programme.Programme;
import org.counterpose.revision.Edition;
import org.counterpose.revision.SafetyFix;
import org.counterpose.store.Database;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts running trials on a safer version of their programme. */
@Command(
    name = "apply-fix",
    description = {
      "Puts running trials on a safer version of their programme, also while it is being served.",
      "Only what makes them safer is applied: stricter rules, less to do, clearer words. Anything"
          + " else is refused, each with its reason, and nothing is changed.",
      "Without --yes it only says what would change, and for how many."
    })
final class ApplyFixCommand implements Callable<Integer> {

  private static final int LONGEST_WHY = 500;

  @Parameters(
      index = "0",
      paramLabel = "OLD",
      description = "The folder of the version that trials run on.")
  private Path old = Path.of("");

  @Parameters(index = "1", paramLabel = "NEW", description = "The folder of the safer one.")
  private Path now = Path.of("");

  @Option(names = "--by", paramLabel = "NAME", description = "Who does it. Persons read it.")
  private @Nullable String by;

  @Option(names = "--why", paramLabel = "TEXT", description = "Why. Persons read it.")
  private @Nullable String why;

  @Option(names = "--yes", description = "Do it.")
  private boolean yes;

  @Mixin private DataFolder data = new DataFolder();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    Optional<SaferTrials.Act> act = act();
    Configuration configuration = data.configuration();
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    try {
      return call(configuration, act, out);
    } finally {
      out.flush();
    }
  }

  /** Who and why, where it is to be done. */
  private Optional<SaferTrials.Act> act() {
    if (!yes) {
      return Optional.empty();
    }
    if (by == null || !Approval.isName(by)) {
      throw new WrongUse("Say who does it, in one line, with --by NAME: the persons read it.");
    }
    if (why == null || why.isBlank() || why.length() > LONGEST_WHY) {
      throw new WrongUse(
          "Say why with --why TEXT, at most " + LONGEST_WHY + " characters: the persons read it.");
    }
    return Optional.of(new SaferTrials.Act(by.strip(), why.strip()));
  }

  private int call(Configuration configuration, Optional<SaferTrials.Act> act, PrintWriter out) {
    Problems problems = new Problems();
    Optional<Library> loaded = Library.load(ClinicSettings.shelves(configuration), problems);
    Optional<Clinic> clinic = ClinicSettings.load(configuration, problems); // it names the keys
    if (loaded.isEmpty() || clinic.isEmpty()) {
      throw new BadPack(problems);
    }
    Library library = loaded.get();
    Edition before = edition(old, library, problems);
    Edition after = edition(now, library, problems);
    Programme from = before.programme();
    Programme to = after.programme();
    if (!from.id().equals(to.id()) || Library.compareVersions(to.version(), from.version()) <= 0) {
      throw new WrongUse(to + " is no later version of " + from + ".");
    }
    SafetyFix fix = SafetyFix.between(before, after);
    out.println(from + " -> " + to);
    part(out, "Makes running trials safer", fix.safer());
    part(out, "Not for running trials", fix.refused());
    if (!fix.refused().isEmpty()) {
      out.println();
      out.println(
          "Nothing was changed. Make a version with the safer part alone, or let running trials"
              + " end with the version that they have.");
      return 1;
    }
    if (fix.parts().isEmpty()) {
      out.println();
      out.println("Nothing in it concerns running trials; newcomers begin with it.");
      return 0;
    }
    SaferTrials.Change change = new SaferTrials.Change(from, to, fix);
    try (Database database = Database.beside(configuration.data())) {
      return done(
          new SaferTrials(database, InstantSource.system(), UUID::randomUUID), change, act, out);
    }
  }

  private static int done(
      SaferTrials trials,
      SaferTrials.Change change,
      Optional<SaferTrials.Act> act,
      PrintWriter out) {
    SaferTrials.Reach reach = trials.reach(change);
    out.println();
    out.println(
        "Running trials on "
            + change.from()
            + ": "
            + reach.running()
            + "; answers already given stop "
            + reach.stopped()
            + " of them anew.");
    if (act.isEmpty()) {
      out.println("Nothing was changed. To do it: --by NAME --why TEXT --yes");
      return 0;
    }
    out.println("Put on " + change.to() + ": " + trials.make(change, act.get()) + ".");
    return 0;
  }

  private static void part(PrintWriter out, String heading, List<String> lines) {
    if (!lines.isEmpty()) {
      out.println();
      out.println(heading);
      lines.forEach(line -> out.println("  " + line));
    }
  }

  /** A version, which must be one of those that are served. */
  private static Edition edition(Path folder, Library library, Problems problems) {
    if (!Files.isDirectory(folder)) {
      throw new WrongUse("There is no folder " + folder + ".");
    }
    Edition edition = PackFolder.edition(folder, problems).orElseThrow(() -> new BadPack(problems));
    Programme programme = edition.programme();
    if (library
        .folder(programme.id(), programme.version())
        .filter(served -> isSame(served, folder))
        .isEmpty()) {
      throw new WrongUse(
          folder
              + " is not among the programmes that are served: put it into the folder programmes"
              + " of the product or of the data folder, as "
              + programme.id()
              + "@"
              + programme.version()
              + ".");
    }
    return edition;
  }

  private static boolean isSame(Path one, Path other) {
    try {
      return Files.isSameFile(one, other);
    } catch (IOException e) {
      return false;
    }
  }
}
