package org.counterpose.articles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.counterpose.document.Fields;
import org.counterpose.document.Nearest;
import org.counterpose.document.Node;
import org.counterpose.document.Place;
import org.counterpose.document.Problems;
import org.counterpose.document.Shortened;
import org.counterpose.documents.Documents;
import org.counterpose.library.Library;
import org.counterpose.programme.Programme;

/**
 * One article as a file: a head in YAML between two lines of three dashes, and the body in Markdown
 * below. Title, summary and body that are left out are those of the programme, so that they are
 * kept in one place.
 */
final class ArticleFile {

  private static final String DASHES = "---";
  private static final long LARGEST = 500_000;
  private static final int LONGEST_TITLE = 120;
  private static final int LONGEST_SUMMARY = 400;
  private static final int LAST_ORDER = 10_000;
  private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})?");

  private final Path top;
  private final Path file;
  private final Set<String> slugs;
  private final String slug;
  private final Library library;
  private final Problems problems;

  /**
   * @param top the folder of articles that it lies in, or in a folder of
   * @param slugs of all articles, to which it may lead
   */
  ArticleFile(Path top, Path file, Set<String> slugs, Library library, Problems problems) {
    this.top = top;
    this.file = file;
    this.slugs = slugs;
    this.slug = Articles.slug(file);
    this.library = library;
    this.problems = problems;
  }

  Optional<Article> read() {
    int before = problems.count();
    Optional<Article> article = content().flatMap(this::article);
    return problems.noneSince(before) ? article : Optional.empty();
  }

  private void checkName() {
    if (!SLUG.matcher(slug).matches()) {
      problems.add(
          place(0),
          "must be named in small letters, digits and single dashes, such as mid-back.md");
    }
  }

  private Place place(int line) {
    return new Place(file.toString(), line, "");
  }

  private Optional<String> content() {
    try {
      if (!Files.isRegularFile(file)) {
        problems.add(place(0), "cannot be read");
        return Optional.empty();
      }
      if (!file.toRealPath().startsWith(top.toRealPath())) {
        problems.add(place(0), "leads out of the folder of articles");
        return Optional.empty();
      }
      if (Files.size(file) > LARGEST) {
        problems.add(place(0), "is larger than " + LARGEST + " bytes");
        return Optional.empty();
      }
      return Documents.text(file.toString(), Files.readAllBytes(file), problems);
    } catch (IOException e) {
      problems.add(place(0), "cannot be read");
      return Optional.empty();
    }
  }

  private Optional<Article> article(String content) {
    List<String> lines = content.lines().toList();
    int end = lines.subList(Math.min(1, lines.size()), lines.size()).indexOf(DASHES) + 1;
    if (end == 0 || !lines.getFirst().equals(DASHES)) {
      checkName();
      problems.add(place(1), "must begin with a head between two lines of '" + DASHES + "'");
      return Optional.empty();
    }
    // the first line of dashes stays, so that the lines of problems are those of the file
    String head = String.join("\n", lines.subList(0, end)) + "\n";
    Body body = new Body(file.toString(), end + 1, lines.subList(end + 1, lines.size()), slugs);
    Optional<Fields> fields =
        Documents.yaml(file.toString(), head, problems).flatMap(node -> Fields.of(node, problems));
    if (fields.flatMap(found -> found.any("programme")).filter(this::isLeftOut).isPresent()) {
      return Optional.empty();
    }
    checkName();
    Optional<String> written =
        body.isBlank() ? Optional.empty() : Optional.of(body.html(library, problems));
    return fields.flatMap(found -> article(found, written));
  }

  /**
   * @param written the body as HTML; empty where the file has none
   */
  private Optional<Article> article(Fields head, Optional<String> written) {
    Optional<String> language = language(head);
    Optional<Programme> programme = programme(head, language.orElse(""));
    Optional<Programme> own =
        programme.filter(found -> Optional.of(found.language()).equals(language));
    Optional<String> title =
        line(head, "title", LONGEST_TITLE).or(() -> ofProgramme(head, own, "title"));
    Optional<String> summary =
        line(head, "summary", LONGEST_SUMMARY).or(() -> ofProgramme(head, own, "summary"));
    Optional<String> html = written.or(() -> ofProgramme(head, own, "body"));
    Optional<Integer> order = head.whole("order", 0, LAST_ORDER);
    Optional<LocalDate> published =
        head.text("published").flatMap(at -> day(head, "published", at));
    Optional<LocalDate> updated =
        head.textIfAny("updated").flatMap(at -> day(head, "updated", at)).or(() -> published);
    Optional<String> figure = figure(head, programme);
    List<Article.Source> sources = head.listIfAny("sources", node -> source(head, node, programme));
    head.noMore();
    if (published.isPresent() && updated.isPresent() && updated.get().isBefore(published.get())) {
      head.wrong("updated", "is before the day on which it was published");
    }
    if (order.isEmpty() || published.isEmpty() || updated.isEmpty() || language.isEmpty()) {
      return Optional.empty();
    }
    return programme.flatMap(
        found ->
            title.flatMap(
                said ->
                    summary.flatMap(
                        told ->
                            html.map(
                                text ->
                                    new Article(
                                        slug,
                                        language.get(),
                                        order.get(),
                                        found,
                                        said,
                                        told,
                                        text,
                                        published.get(),
                                        updated.get(),
                                        figure,
                                        sources)))));
  }

  /** An article goes with its programme: whatever else is wrong with it is in nobody's way. */
  private boolean isLeftOut(Node programme) {
    return programme instanceof Node.Text id && library.leftOut().contains(id.value());
  }

  private boolean isKnown(Node programme) {
    return programme instanceof Node.Text id && library.programme(id.value()).isPresent();
  }

  private Optional<String> language(Fields head) {
    Optional<String> language = head.text("language");
    language
        .filter(text -> !LANGUAGE.matcher(text).matches())
        .ifPresent(text -> head.wrong("language", "must be one such as en, got '" + text + "'"));
    return language;
  }

  /** The programme, in the article's language where it is there in it. */
  private Optional<Programme> programme(Fields head, String language) {
    Optional<String> id = head.text("programme");
    Optional<Programme> programme = id.flatMap(library.in(language)::programme);
    if (id.isPresent() && programme.isEmpty()) {
      String offered =
          library.programmes().stream().map(Programme::id).collect(Collectors.joining(", "));
      head.wrong(
          "programme",
          "there is no programme '"
              + Shortened.of(id.get())
              + "'; there are "
              + offered
              + Nearest.hint(id.get(), library.programmes().stream().map(Programme::id).toList()));
    }
    return programme;
  }

  private static Optional<String> line(Fields head, String name, int longest) {
    Optional<String> text = head.textIfAny(name).map(String::strip);
    text.filter(told -> told.length() > longest || told.contains("\n"))
        .ifPresent(
            told -> head.wrong(name, "must be one line of at most " + longest + " characters"));
    return text;
  }

  /** A text that the article leaves to its programme, which must have it in the same language. */
  private Optional<String> ofProgramme(Fields head, Optional<Programme> own, String part) {
    if (own.isEmpty()
        && head.any(part).isEmpty()
        && head.any("programme").filter(this::isKnown).isPresent()) {
      head.wrong(part, "the " + part + " is missing, and its programme has none in this language");
    }
    return own.map(
        programme ->
            part.equals("body")
                ? library.html(programme, "article.body")
                : programme.text("article." + part));
  }

  private static Optional<LocalDate> day(Fields head, String name, String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      head.wrong(name, "must be a day such as 2026-11-22, got '" + text + "'");
      return Optional.empty();
    }
  }

  private Optional<String> figure(Fields head, Optional<Programme> programme) {
    Optional<String> named = head.textIfAny("figure");
    if (named.isPresent() && programme.filter(found -> !shows(found, named.get())).isPresent()) {
      head.wrong(
          "figure", "its programme has no figure '" + named.get() + "' that is told in words");
    }
    return named;
  }

  private boolean shows(Programme programme, String figure) {
    return programme.texts().containsKey("figures." + figure)
        && library.figure(programme.id(), figure).isPresent();
  }

  /** A source of the programme by its id, or one of the article's own. */
  private Optional<Article.Source> source(Fields head, Node node, Optional<Programme> programme) {
    if (node instanceof Node.Text id) {
      Optional<Programme.Source> source =
          programme.flatMap(found -> Optional.ofNullable(found.sources().get(id.value())));
      if (source.isEmpty() && programme.isPresent()) {
        problems.add(id, "its programme has no source '" + id.value() + "'");
      }
      return source.map(known -> new Article.Source(known.title(), known.url(), known.year()));
    }
    return Fields.of(node, problems).flatMap(ArticleFile::source);
  }

  private static Optional<Article.Source> source(Fields fields) {
    Optional<String> title = fields.text("title");
    Optional<String> url = fields.textIfAny("url");
    Optional<Integer> year = fields.wholeIfAny("year", 1800, 2200);
    url.filter(address -> !address.matches("https?://[^\\s\"<>]+"))
        .ifPresent(address -> fields.wrong("url", "must begin with https:// or http://"));
    fields.noMore();
    return title.map(named -> new Article.Source(named, url, year));
  }
}
