package org.counterpose.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.counterpose.app.Served;
import org.junit.jupiter.api.Test;

/**
 * In Latin America some words are to stand, in Spain to stop; and the shortest word for stop is
 * also the word for.
 */
class StandingAndStoppingInSpanishTest {

  private static final Pattern EITHER =
      Pattern.compile(
          "\\b(p\u00e1rate|pararte|pararse|te paras|me paro|parad[oa]s?(?= (en|sobre|junto|frente|detr\u00e1s)))(?!\\w)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern STOP =
      Pattern.compile(
          "\\b(para[.!;]|para y |[oy] para,)|(^|[.:=] ?|\\d\\. )Para (cuando|si|en cuanto|una serie) ",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

  @Test
  void no_spanish_text_has_a_word_that_is_to_stand_here_and_to_stop_there() {
    assertThat(texts()).isNotEmpty().filteredOn(line -> EITHER.matcher(line).find()).isEmpty();
  }

  @Test
  void no_spanish_text_says_stop_with_the_word_that_is_also_for() {
    assertThat(texts()).isNotEmpty().filteredOn(line -> STOP.matcher(line).find()).isEmpty();
  }

  @Test
  void it_would_be_seen() {
    assertThat(Stream.of("P\u00e1rate en una pierna", "est\u00e1 parada en la pierna"))
        .allMatch(line -> EITHER.matcher(line).find());
    assertThat(
            Stream.of(
                "hazlo m\u00e1s suave o para.",
                "Si se extiende, para y d\u00ednoslo.",
                "Para cuando no puedas m\u00e1s",
                "3. Para una serie cuando el tal\u00f3n suba menos",
                "cue.end=Para cuando te agarres"))
        .allMatch(line -> STOP.matcher(line).find());
    assertThat(Stream.of("para orinar, o para aguantar", "una visita, para que te lo miren"))
        .noneMatch(line -> STOP.matcher(line).find());
    assertThat(Stream.of("Prep\u00e1rate para la siguiente serie", "trabajo por separado"))
        .noneMatch(line -> EITHER.matcher(line).find());
  }

  private static Stream<String> texts() {
    return Stream.of(
            "programmes/mid-back/texts/es",
            "programmes/ankles/texts/es",
            "articles/es",
            "server/src/main/resources/words/es")
        .map(Served.HOME::resolve)
        .flatMap(StandingAndStoppingInSpanishTest::lines);
  }

  private static Stream<String> lines(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList().stream().flatMap(StandingAndStoppingInSpanishTest::read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> read(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
