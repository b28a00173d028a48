package org.counterpose.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AllWordsTest {

  private final AllWords two = PseudoLanguage.withEnglish();

  @Test
  void who_wishes_a_language_that_there_is_not_gets_the_usual_one() {
    assertThat(two.in(Optional.of("xx")).language()).isEqualTo("en");
    assertThat(two.in(Optional.empty()).language()).isEqualTo("en");
    assertThat(two.in(Optional.of(PseudoLanguage.LANGUAGE)).language())
        .isEqualTo(PseudoLanguage.LANGUAGE);
  }

  @Test
  void a_clinic_can_have_another_usual_one() {
    AllWords turned = two.usually(PseudoLanguage.LANGUAGE);

    assertThat(turned.languages()).isEqualTo(List.of(PseudoLanguage.LANGUAGE, "en"));
    assertThat(turned.usual().language()).isEqualTo(PseudoLanguage.LANGUAGE);
  }

  @Test
  void the_best_wish_that_there_is_words_in_counts() {
    List<String> all = List.of("en", "es");

    assertThat(AcceptLanguage.best(Optional.of("de, es;q=0.4, en;q=0.3"), all)).contains("es");
    assertThat(AcceptLanguage.best(Optional.of("de"), all)).isEmpty();
    assertThat(AcceptLanguage.best(Optional.of(";;q"), all)).isEmpty();
    assertThat(AcceptLanguage.best(Optional.empty(), all)).isEmpty();
  }
}
