package org.counterpose.web;

import java.util.Optional;
import org.counterpose.articles.Article;
import org.counterpose.articles.Articles;

/**
 * Where another language leads from a page: an article is another page in each language, and so is
 * what it leads to.
 */
record LanguageSwitch(Articles articles) {

  /** Names, on the list, the article that is not there in its language. */
  static final String WITHOUT = "without";

  private static final String FOLDER = "/articles/";

  String from(String path, String language) {
    return article(path)
        .filter(article -> !article.language().equals(language))
        .map(article -> from(article, language))
        .orElse(path);
  }

  private Optional<Article> article(String path) {
    return path.startsWith(FOLDER)
        ? articles.find(path.substring(FOLDER.length()))
        : Optional.empty();
  }

  private String from(Article article, String language) {
    return articles
        .in(language, article)
        .map(same -> FOLDER + same.slug())
        .orElse("/articles?" + WITHOUT + "=" + article.slug());
  }
}
