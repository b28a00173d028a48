package org.counterpose.words;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** The words of every language that there are, first those for who wishes none of the others. */
public final class AllWords {

  private final SequencedMap<String, Words> each = new LinkedHashMap<>();

  /**
   * @param all of different languages, the usual one first
   */
  public AllWords(List<Words> all) {
    if (all.isEmpty()) {
      throw new IllegalArgumentException("something is said in at least one language, got none");
    }
    all.forEach(words -> each.put(words.language(), words));
  }

  /** Reads the words of every language there is, English first. */
  public static AllWords load() {
    return new AllWords(Words.languages().stream().map(Words::load).toList());
  }

  /** The same, with another language for who wishes none of the others. */
  public AllWords usually(String language) {
    return new AllWords(
        each.values().stream()
            .sorted(Comparator.comparing(words -> !words.language().equals(language)))
            .toList());
  }

  /** The languages, the usual one first. */
  public List<String> languages() {
    return List.copyOf(each.sequencedKeySet());
  }

  /** The words of a language; the usual ones where there are none in it. */
  public Words in(String language) {
    return Optional.ofNullable(each.get(language)).orElseGet(this::usual);
  }

  /** The words of a language that somebody may have wished. */
  public Words in(Optional<String> wished) {
    return wished.map(this::in).orElseGet(this::usual);
  }

  public Words usual() {
    return each.firstEntry().getValue();
  }
}
