package org.counterpose.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.counterpose.articles.Article;
import org.counterpose.articles.Articles;
import org.counterpose.booking.Clinic;
import org.counterpose.words.Words;

/**
 * An article as it is published, and those beside it.
 *
 * @param site where the addresses of this server begin, without a slash at the end
 */
public record Published(
    Article article,
    Optional<Article> previous,
    Optional<Article> next,
    List<Article> translations,
    String site,
    Clinic clinic,
    Words words) {

  static Published of(Article article, Articles articles, String site, Layout layout) {
    return new Published(
        article,
        articles.before(article),
        articles.after(article),
        articles.translations(article),
        site,
        layout.clinic(),
        layout.words());
  }

  /** The one address of this article, whatever address it is read at. */
  public String address() {
    return address(site, article);
  }

  static String address(String site, Article article) {
    return site + "/articles/" + article.slug();
  }

  public String address(Article other) {
    return address(site, other);
  }

  /** The programmes that this article and those beside it lead to, by their ids. */
  List<String> programmes() {
    return Stream.of(Optional.of(article), previous, next)
        .flatMap(Optional::stream)
        .map(each -> each.programme().id())
        .distinct()
        .toList();
  }

  /** What a language calls itself. */
  public String named(String language) {
    return Page.named(language);
  }

  /** The picture for sharing. */
  public String card() {
    return address() + "/card.png";
  }

  /** When it was published, and changed last. */
  public String dated() {
    return article.wasChanged()
        ? words.say("articles.changed", day(article.published()), day(article.updated()))
        : words.say("articles.published", day(article.published()));
  }

  private String day(LocalDate day) {
    return day.format(DateTimeFormatter.ofPattern(words.say("articles.date"), words.locale()));
  }

  /** What search engines are told, fit to stand within a page. */
  public String structuredData() {
    return StructuredData.of(this);
  }
}
