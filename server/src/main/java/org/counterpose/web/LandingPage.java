package org.counterpose.web;

import java.util.List;
import java.util.Optional;
import org.counterpose.articles.Article;
import org.counterpose.library.Library;
import org.counterpose.programme.Programme;

/**
 * An article that leads into the check.
 *
 * @param language of its texts
 * @param body as HTML
 * @param others programmes to begin instead that no article beside it leads to
 * @param published where it has a page of its own; a programme that no article leads to has none
 * @param toCome the title of an article that is announced
 */
public record LandingPage(
    Programme programme,
    String language,
    String title,
    String summary,
    String body,
    Optional<Picture> picture,
    FirstQuestion first,
    List<OtherProgramme> others,
    Optional<Published> published,
    Optional<String> toCome) {

  /** A picture of the programme with what it shows. */
  public record Picture(String figure, String address, String alt) {}

  static LandingPage of(Published published, Library library) {
    Article article = published.article();
    return new LandingPage(
        article.programme(),
        article.language(),
        article.title(),
        article.summary(),
        article.body(),
        picture(article),
        FirstQuestion.of(article.programme()),
        others(library, published.programmes()),
        Optional.of(published),
        toCome(article.programme(), Optional.of(published), library));
  }

  /** What a programme says of itself. */
  static LandingPage of(Programme programme, Library library) {
    return new LandingPage(
        programme,
        programme.language(),
        programme.text("article.title"),
        programme.text("article.summary"),
        library.html(programme, "article.body"),
        explained(programme).map(figure -> picture(programme, figure)),
        FirstQuestion.of(programme),
        others(library, List.of(programme.id())),
        Optional.empty(),
        toCome(programme, Optional.empty(), library));
  }

  public static Optional<Picture> picture(Article article) {
    return article
        .figure()
        .or(() -> explained(article.programme()))
        .map(figure -> picture(article.programme(), figure));
  }

  /**
   * What is to come, where no other article can be named; nothing where the clinic leaves
   * programmes out, since it may be one of these.
   */
  private static Optional<String> toCome(
      Programme programme, Optional<Published> published, Library library) {
    boolean alone =
        published.map(own -> own.previous().isEmpty() && own.next().isEmpty()).orElse(true);
    return alone && library.leftOut().isEmpty()
        ? programme.textIfAny("article.next")
        : Optional.empty();
  }

  private static Picture picture(Programme programme, String figure) {
    return new Picture(
        figure, Figures.still(programme, figure), programme.text("figures." + figure));
  }

  private static List<OtherProgramme> others(Library library, List<String> shown) {
    return library.programmes().stream()
        .filter(programme -> !shown.contains(programme.id()))
        .map(
            programme ->
                new OtherProgramme(
                    programme, explained(programme).map(figure -> picture(programme, figure))))
        .toList();
  }

  /** The first figure with which a programme explains itself. */
  private static Optional<String> explained(Programme programme) {
    return programme.explanation().stream().flatMap(part -> part.figure().stream()).findFirst();
  }
}
