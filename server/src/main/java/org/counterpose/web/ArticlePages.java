package org.counterpose.web;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.counterpose.articles.Article;
import org.counterpose.articles.Articles;
import org.counterpose.library.Library;
import org.counterpose.people.PublicAddress;
import org.counterpose.practice.Practice;
import org.counterpose.programme.Programme;

/** The articles, each a way into the check of its programme, and their pictures for sharing. */
final class ArticlePages {

  private static final Duration PICTURES_KEEP = Duration.ofDays(1);
  private static final String OUR_ACCENT = "#cf4317";

  private final Articles articles;
  private final Library library;
  private final PublicAddress address;
  private final Door door;
  private final Layout layout;
  private final Map<String, byte[]> cards = new ConcurrentHashMap<>();

  ArticlePages(Practice practice, Door door, Layout layout) {
    this.door = door;
    this.articles = practice.articles();
    this.library = practice.library();
    this.address = practice.people().address();
    this.layout = layout;
  }

  void add(Routes routes) {
    OfProgramme programmes = new OfProgramme(library, layout);
    routes.get("/", this::home);
    routes.get("/programmes/{programme}", programmes.on(this::ofProgramme));
    routes.get("/articles", this::list);
    routes.getInItsLanguage(
        "/articles/{slug}",
        context -> named(context).map(Article::language),
        context -> with(context, this::show));
    routes.get("/articles/{slug}/card.png", context -> with(context, this::card));
  }

  /** What is answered of the article that an address names. */
  private interface OfArticle {
    void serve(Context context, Article article);
  }

  private void with(Context context, OfArticle page) {
    named(context)
        .ifPresentOrElse(article -> page.serve(context, article), () -> layout.notFound(context));
  }

  private Optional<Article> named(Context context) {
    return articles.find(context.pathParam("slug"));
  }

  private void home(Context context) {
    ofProgramme(context, library.programmes().getFirst());
  }

  private void ofProgramme(Context context, Programme programme) {
    articles
        .of(programme.id(), language())
        .ifPresentOrElse(
            article -> show(context, article),
            () -> show(context, LandingPage.of(programme, library)));
  }

  private String language() {
    return layout.words().locale().toLanguageTag();
  }

  private void show(Context context, Article article) {
    String site = address.get().toString();
    show(context, LandingPage.of(Published.of(article, articles, site, layout), library));
  }

  private void show(Context context, LandingPage landing) {
    layout.renderForAll(
        context,
        "site/article.jte",
        landing.title(),
        Map.of(
            "landing",
            landing,
            "running",
            door.opens(context),
            "unknown",
            door.holdsUnknown(context)));
  }

  private void list(Context context) {
    layout.renderForAll(
        context,
        "site/articles.jte",
        layout.words().say("articles.title"),
        Map.of(
            "articles",
            articles.forReadersOf(language()),
            "without",
            without(context),
            "site",
            address.get().toString()));
  }

  /** The article that somebody came from who wished for it in this language. */
  private Optional<Article> without(Context context) {
    return Optional.ofNullable(context.queryParam(LanguageSwitch.WITHOUT))
        .flatMap(articles::find)
        .filter(article -> !article.language().equals(language()))
        .filter(article -> articles.in(language(), article).isEmpty());
  }

  private void card(Context context, Article article) {
    byte[] png = cards.computeIfAbsent(article.slug(), slug -> drawn(article));
    // it is made to be shown on other sites
    context.header("Cross-Origin-Resource-Policy", "cross-origin");
    PublicAnswer.give(context, "image/png", png, PICTURES_KEEP);
  }

  private byte[] drawn(Article article) {
    Programme programme = article.programme();
    List<String> figures =
        Stream.concat(
                LandingPage.picture(article).map(LandingPage.Picture::figure).stream(),
                programme.steps().stream().map(step -> step.figures().main()))
            .distinct()
            .limit(ShareCard.MOST_FIGURES)
            .map(figure -> library.figure(programme.id(), figure))
            .flatMap(Optional::stream)
            .toList();
    return ShareCard.png(figures, layout.clinic().look().accent().orElse(OUR_ACCENT));
  }
}
