package org.counterpose.articles;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.counterpose.programme.Programme;

/**
 * An article that was read and checked, with the programme that it leads to.
 *
 * @param slug what its address and its file are called
 * @param language such as {@code en}
 * @param order articles with a lower one come first
 * @param body as HTML
 * @param updated the day of the last change, no earlier than the day it was published
 * @param figure the picture of the programme that stands at its head; empty for its usual one
 */
public record Article(
    String slug,
    String language,
    int order,
    Programme programme,
    String title,
    String summary,
    String body,
    LocalDate published,
    LocalDate updated,
    Optional<String> figure,
    List<Source> sources) {

  /** What an article rests on. */
  public record Source(String title, Optional<String> url, Optional<Integer> year) {}

  public Article {
    sources = List.copyOf(sources);
  }

  public boolean wasChanged() {
    return updated.isAfter(published);
  }
}
