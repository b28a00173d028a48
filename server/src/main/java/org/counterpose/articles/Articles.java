package org.counterpose.articles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.counterpose.document.Place;
import org.counterpose.document.Problems;
import org.counterpose.library.Library;

/** The articles that are served, in their order. */
public final class Articles {

  /** What an article's file ends in. */
  public static final String ENDING = ".md";

  /** More than these are no clinic's own writing. The bound is our own choice. */
  private static final int MOST = 500;

  private final List<Article> all;

  private Articles(List<Article> all) {
    this.all = all;
  }

  /**
   * Reads the Markdown files of several folders and of the folders in them, which are named after a
   * language. An article of a later folder stands in place of one that has its name in an earlier
   * one. With any problem there are no articles.
   */
  public static Optional<Articles> load(List<Path> folders, Library library, Problems problems) {
    int before = problems.count();
    Map<String, Article> bySlug = new TreeMap<>();
    Map<Path, List<Path>> written = new LinkedHashMap<>();
    folders.forEach(folder -> written.put(folder, files(folder, problems)));
    Set<String> slugs =
        written.values().stream()
            .flatMap(List::stream)
            .map(Articles::slug)
            .collect(Collectors.toSet());
    for (Path folder : written.keySet()) {
      Map<String, Path> seen = new HashMap<>();
      for (Path file : written.getOrDefault(folder, List.of())) {
        Path first = seen.putIfAbsent(slug(file), file);
        if (first != null) {
          problems.add(
              new Place(file.toString(), 0, ""),
              "has the name of " + first + ": name each article differently");
        }
        new ArticleFile(folder, file, slugs, library, problems)
            .read()
            .ifPresent(
                article -> {
                  bySlug.put(article.slug(), article);
                  checkFolder(folder, file, article, problems);
                });
      }
    }
    return problems.noneSince(before)
        ? Optional.of(
            new Articles(
                bySlug.values().stream().sorted(Comparator.comparingInt(Article::order)).toList()))
        : Optional.empty();
  }

  private static void checkFolder(Path top, Path file, Article article, Problems problems) {
    Path folder = top.relativize(file).getName(0);
    if (!top.resolve(folder).equals(file) && !folder.toString().equals(article.language())) {
      problems.add(
          new Place(file.toString(), 0, "language"),
          "is '" + article.language() + "', but its folder is called '" + folder + "'");
    }
  }

  static String slug(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.length() - ENDING.length());
  }

  /** The files of a folder of articles and of the folders in it, at most so many as are read. */
  public static List<Path> files(Path folder, Problems problems) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all =
        Files.find(folder, 2, Articles::isArticle, FileVisitOption.FOLLOW_LINKS)) {
      List<Path> files = all.limit(MOST + 1L).sorted().toList();
      if (files.size() <= MOST) {
        return files;
      }
      problems.add(
          new Place(folder.toString(), 0, ""),
          "there are more than " + MOST + " articles in it, and so many are not read");
    } catch (IOException | UncheckedIOException e) {
      problems.add(new Place(folder.toString(), 0, ""), "the folder cannot be read");
    }
    return List.of();
  }

  private static boolean isArticle(Path file, BasicFileAttributes is) {
    return !is.isDirectory() && file.getFileName().toString().endsWith(ENDING);
  }

  /** All of them, in their order; those of one order by their names. */
  public List<Article> all() {
    return all;
  }

  public Optional<Article> find(String slug) {
    return all.stream().filter(article -> article.slug().equals(slug)).findFirst();
  }

  /** Those of a language, and of the others those that are not there in it. */
  public List<Article> forReadersOf(String language) {
    return all.stream()
        .filter(
            article ->
                article.language().equals(language)
                    || translations(article).stream()
                        .noneMatch(other -> other.language().equals(language)))
        .toList();
  }

  /** The first that leads to a programme, of a language where there is one. */
  public Optional<Article> of(String programme, String language) {
    List<Article> leading =
        all.stream().filter(article -> article.programme().id().equals(programme)).toList();
    return leading.stream()
        .filter(article -> article.language().equals(language))
        .findFirst()
        .or(() -> leading.stream().findFirst());
  }

  /** The same in other languages: articles of one programme that have one order. */
  public List<Article> translations(Article article) {
    return all.stream()
        .filter(other -> !other.language().equals(article.language()))
        .filter(other -> other.order() == article.order())
        .filter(other -> other.programme().id().equals(article.programme().id()))
        .toList();
  }

  /** The same in one other language, where it is there. */
  public Optional<Article> in(String language, Article article) {
    return translations(article).stream()
        .filter(other -> other.language().equals(language))
        .findFirst();
  }

  /** The one before it in its language. */
  public Optional<Article> before(Article article) {
    return beside(article, -1);
  }

  /** The one after it in its language. */
  public Optional<Article> after(Article article) {
    return beside(article, 1);
  }

  private Optional<Article> beside(Article article, int step) {
    List<Article> same =
        all.stream().filter(each -> each.language().equals(article.language())).toList();
    int at = same.indexOf(article) + step;
    return at >= 0 && at < same.size() ? Optional.of(same.get(at)) : Optional.empty();
  }
}
