package org.counterpose.app;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.counterpose.approval.Approval;
import org.counterpose.articles.Articles;
import org.counterpose.document.Problem;
import org.counterpose.document.Problems;
import org.counterpose.journeys.StrandedTrials;
import org.counterpose.library.Library;
import org.counterpose.library.Shelves;
import org.counterpose.programme.Programme;
import org.counterpose.store.Database;
import org.counterpose.store.StoreUnavailable;

/**
 * What the doctor finds of programmes, of who signed them, and of their articles.
 *
 * @param loaded empty where something is wrong with what is offered
 */
record PacksExamined(
    Configuration configuration,
    Shelves shelves,
    Optional<Library> loaded,
    List<Problem> problems) {

  static PacksExamined of(Configuration configuration) {
    Problems problems = new Problems();
    Shelves shelves = ClinicSettings.shelves(configuration);
    Optional<Library> loaded = Library.load(shelves, problems);
    return new PacksExamined(configuration, shelves, loaded, problems.list());
  }

  List<Finding> findings() {
    return Stream.concat(programmes().stream(), approval().stream()).toList();
  }

  private List<Finding> programmes() {
    if (loaded.isEmpty()) {
      return Finding.of(
          "programme", problems.stream().filter(problem -> !isAboutApproval(problem)).toList());
    }
    Library library = loaded.get();
    List<Finding> findings = new ArrayList<>();
    for (Programme programme : library.programmes()) {
      findings.add(new Finding.Well("programme", programme.toString()));
      findings.add(
          switch (programme.approval()) {
            case Programme.Approval.Draft draft ->
                new Finding.Note(
                    "safety table",
                    "no clinician has approved that of " + programme.id() + " yet (draft)");
            case Programme.Approval.Approved approved ->
                new Finding.Well(
                    "safety table", "approved by " + approved.by() + " on " + approved.on());
          });
    }
    if (!library.leftOut().isEmpty()) {
      findings.add(
          new Finding.Note(
              "programmes",
              "the settings leave out "
                  + String.join(", ", library.leftOut())
                  + " and the articles that lead there (programmes)"));
    }
    Problems ofArticles = new Problems();
    findings.addAll(
        Articles.load(configuration.articles(), library, ofArticles)
            .map(articles -> List.<Finding>of(new Finding.Well("articles", counted(articles))))
            .orElseGet(() -> Finding.of("article", ofArticles.list())));
    return findings;
  }

  private static String counted(Articles articles) {
    return String.valueOf(articles.all().size());
  }

  private static boolean isAboutApproval(Problem problem) {
    return problem.place().file().endsWith(Approval.FILE);
  }

  private List<Finding> approval() {
    List<Problem> unapproved = problems.stream().filter(PacksExamined::isAboutApproval).toList();
    if (!unapproved.isEmpty()) {
      return unapproved.stream()
          .<Finding>map(
              (Problem problem) ->
                  new Finding.Wrong(
                      "approval", problem.toString(), "How to sign: ./run sign --help."))
          .toList();
    }
    return List.of(
        shelves.keys().isEmpty()
            ? new Finding.Note(
                "approval",
                "programmes are served as a preview only, and every page of theirs says so: the settings"
                    + " name no key whose signature counts (approvedBy)")
            : new Finding.Well("approval", "every pack is signed with a key of the settings"));
  }

  /** A finding for each version that trials run on and that is not here, and none else. */
  List<Finding> strandedTrials() {
    if (loaded.isEmpty() || !Files.isDirectory(configuration.data())) {
      return List.of();
    }
    try (Database database = Database.beside(configuration.data())) {
      return StrandedTrials.count(database, loaded.get()).entrySet().stream()
          .<Finding>map(
              stranded ->
                  new Finding.Wrong(
                      "trials",
                      stranded.getValue()
                          + " cannot go on: they run on "
                          + stranded.getKey()
                          + ", which is not here or may not be served",
                      "Put the folder of that version back, as "
                          + stranded.getKey().replace(' ', '@')
                          + ", signed where the settings name keys, then restart."))
          .toList();
    } catch (StoreUnavailable e) {
      return List.of(); // told of the store already
    }
  }
}
