package org.counterpose.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.counterpose.articles.Articles;
import org.counterpose.document.Place;
import org.counterpose.document.Problems;
import org.counterpose.library.Library;
import org.counterpose.library.PackFolder;
import org.counterpose.library.Shelves;

/**
 * Articles where somebody writes them.
 *
 * @param path one file, those of a language, or all of them
 * @param folder the folder {@code articles} that it lies in or is
 */
record WrittenArticles(Path path, Path folder) {

  static final String FOLDER = "articles";

  /** Whether a path is of articles: a file of Markdown, their folder, or one of a language. */
  static boolean is(Path path) {
    Path whole = path.toAbsolutePath().normalize();
    return Files.isRegularFile(whole)
        ? whole.toString().endsWith(Articles.ENDING)
        : Files.isDirectory(whole) && !PackFolder.is(whole) && folder(whole).isPresent();
  }

  /** The folder {@code articles}: the path itself, the folder about it, or the one about that. */
  private static Optional<Path> folder(Path whole) {
    int above = Files.isDirectory(whole) ? 2 : 3;
    return Stream.iterate(whole, path -> path != null, Path::getParent)
        .limit(above)
        .filter(path -> path.endsWith(FOLDER) && path.getParent() != null)
        .findFirst();
  }

  /** Those at a path; a problem where they do not lie where articles are served from. */
  static Optional<WrittenArticles> at(Path path, Problems problems) {
    Path whole = path.toAbsolutePath().normalize();
    Optional<Path> folder = folder(whole);
    if (folder.isEmpty()) {
      problems.add(
          new Place(path.toString(), 0, ""),
          "an article lies in a folder " + FOLDER + ", or in a folder of a language in it");
    }
    return folder.map(found -> new WrittenArticles(whole, found));
  }

  /** All that lie in the same folder. */
  WrittenArticles all() {
    return new WrittenArticles(folder, folder);
  }

  /** The page that shows them: that of the one that is meant, or the list. */
  String page() {
    String name = path.getFileName().toString();
    return name.endsWith(Articles.ENDING)
        ? "/articles/" + name.substring(0, name.length() - Articles.ENDING.length())
        : "/articles";
  }

  /** The clinic's own programmes, where they would be. */
  Path programmes() {
    return folder.resolveSibling(ClinicSettings.PROGRAMMES);
  }

  /** The files that are meant. */
  List<Path> files() {
    return Articles.files(folder, new Problems()).stream()
        .filter(file -> file.startsWith(path))
        .toList();
  }

  /**
   * Holds them against the programmes and articles that ship and those beside them, and tells what
   * is wrong with them, and with nothing else but these programmes.
   */
  void check(Path home, Problems problems) {
    check(Shelves.all(home.resolve(ClinicSettings.PROGRAMMES), programmes()), problems);
    if (files().isEmpty() && problems.isEmpty()) {
      problems.add(new Place(path.toString(), 0, ""), "there is no article in it");
    }
  }

  /** The same, and what of them cannot be served with what the settings beside them leave out. */
  void checkToServe(Path home, Problems problems) {
    check(home, problems);
    Shelves offered = ClinicSettings.choice(folder.resolveSibling(ClinicSettings.FILE), home);
    if (!offered.chosen().isEmpty()) {
      Problems ofChoice = new Problems();
      check(offered, ofChoice);
      ofChoice.list().stream()
          .filter(problem -> !problems.list().contains(problem))
          .forEach(problem -> problems.add(problem.place(), problem.message()));
    }
  }

  private void check(Shelves shelves, Problems problems) {
    Problems all = new Problems();
    Optional<Library> library = Library.load(shelves, all);
    List<Path> folders =
        Stream.of(shelves.shipped().resolveSibling(FOLDER), folder).distinct().toList();
    library.ifPresent(programmes -> Articles.load(folders, programmes, all));
    all.list().stream()
        .filter(problem -> library.isEmpty() || isMeant(Path.of(problem.place().file())))
        .forEach(problem -> problems.add(problem.place(), problem.message()));
  }

  /** Of a folder with too many of them it is the folder that is told. */
  private boolean isMeant(Path told) {
    return told.startsWith(path) || told.equals(folder);
  }
}
