package org.counterpose.app;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.counterpose.approval.Approval;
import org.counterpose.document.Place;
import org.counterpose.document.Problem;
import org.counterpose.document.Problems;
import org.counterpose.library.Library;
import org.counterpose.library.PackFolder;
import org.counterpose.library.Shelves;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks programme packs and tells every problem at once. */
@Command(
    name = "check",
    description =
        "Reads programme packs, articles and clinics' settings and prints every problem as file:line: path:"
            + " message; exit 1 if there is any. Warnings tell what is worth a second look.")
final class CheckCommand implements Callable<Integer> {

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description =
          "The folder of a pack, a folder of packs, an article, the folder articles or one of a"
              + " language in it, or a clinic's settings (a .yaml file).")
  private List<Path> paths = new ArrayList<>();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    Problems problems = new Problems();
    Problems doubts = new Problems();
    SortedSet<String> unmeasured = new TreeSet<>();
    int packs = 0;
    int clinics = 0;
    int articles = 0;
    for (Path path : paths) {
      if (Files.isRegularFile(path) && path.getFileName().toString().endsWith(".yaml")) {
        ClinicSettings.read(path, problems, doubts);
        ClinicSettings.choice(path, Configuration.homeFolder()).checkChoice(problems);
        clinics++;
        continue;
      }
      if (WrittenArticles.is(path)) {
        articles += articles(path, problems);
        continue;
      }
      List<Path> folders = packs(path, problems);
      if (!ships(path)) {
        Shelves.all(Configuration.homeFolder().resolve(ClinicSettings.PROGRAMMES), path)
            .checkOrder(doubts);
      }
      folders.forEach(
          folder -> {
            check(folder, problems, doubts);
            unmeasured.addAll(PackFolder.unmeasured(folder));
          });
      packs += folders.size();
    }
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    PrintWriter out = line.getOut();
    inOrder(problems.list()).forEach(out::println);
    inOrder(doubts.list()).stream().map(CheckCommand::warning).forEach(out::println);
    out.flush();
    PrintWriter words = line.getErr();
    words.println(summary(packs, clinics, articles, problems.list().size(), doubts.list().size()));
    if (!unmeasured.isEmpty()) {
      words.println(
          "How hard a text is to read is measured in English only, so not in: "
              + String.join(", ", unmeasured)
              + ". Read those aloud to somebody.");
    }
    words.flush();
    return problems.isEmpty() ? 0 : 1;
  }

  /** Whether a folder of packs is one of the product, beside its settings. */
  private static boolean ships(Path packs) {
    Path home = packs.toAbsolutePath().normalize().resolveSibling("settings");
    return Files.exists(home.resolve(ClinicSettings.FILE));
  }

  private static void check(Path folder, Problems problems, Problems doubts) {
    PackFolder.check(folder, problems, doubts);
    if (Approval.isIn(folder)) {
      Approval.verified(folder, Set.of(), problems);
    }
  }

  /** Checks articles; how many there are. */
  private static int articles(Path path, Problems problems) {
    Optional<WrittenArticles> written = WrittenArticles.at(path, problems);
    written.ifPresent(articles -> articles.checkToServe(Configuration.homeFolder(), problems));
    return written.map(articles -> articles.files().size()).orElse(1);
  }

  /** The packs at a path: itself, those within it, or none and a problem. */
  private static List<Path> packs(Path path, Problems problems) {
    if (PackFolder.is(path)) {
      return List.of(path);
    }
    if (!Files.isDirectory(path)) {
      problems.add(
          new Place(path.toString(), 0, ""),
          Files.exists(path) ? "must be the folder of a pack" : "there is no such folder");
      return List.of();
    }
    return Library.folders(path, problems);
  }

  private static List<Problem> inOrder(List<Problem> problems) {
    return problems.stream()
        .sorted(
            Comparator.comparing((Problem problem) -> problem.place().file())
                .thenComparing(problem -> problem.place().line()))
        .distinct()
        .toList();
  }

  /** A warning is told apart from a problem, and alone it does not fail the check. */
  private static Problem warning(Problem doubt) {
    return new Problem(doubt.place(), "warning: " + doubt.message());
  }

  private static String summary(int packs, int clinics, int articles, int problems, int warnings) {
    List<String> parts = new ArrayList<>();
    if (articles > 0) {
      parts.add(counted(articles, "article"));
    }
    if (packs > 0 || clinics + articles == 0) {
      parts.add(counted(packs, "pack"));
    }
    if (clinics > 0) {
      parts.add(counted(clinics, "clinic"));
    }
    return String.join(" and ", parts)
        + " checked, "
        + (problems == 0 ? "no problem" : counted(problems, "problem"))
        + (warnings == 0 ? "" : ", " + counted(warnings, "warning"));
  }

  private static String counted(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
