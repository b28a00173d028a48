package org.counterpose.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.counterpose.document.Node;
import org.counterpose.document.Problem;
import org.counterpose.document.Problems;
import org.counterpose.documents.Documents;
import org.counterpose.documents.Json;
import org.counterpose.programme.PackTexts;
import org.counterpose.programme.Programme;
import org.counterpose.programme.ProgrammeReader;
import org.counterpose.screening.AnswersReader;
import org.counterpose.screening.Screening;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Packs and answers spoilt at random: whatever comes, it is read or its problems are told, and
 * nothing is thrown. Seeds are in the names of the tests.
 */
class HostilePackTest {

  private static final String YAML = read(ShippedPack.folder().resolve("programme.yaml"));
  private static final Map<String, String> TEXTS = texts();
  private static final Set<String> FIGURES = figures();
  private static final Node PACK =
      Documents.yaml("programme.yaml", YAML, new Problems()).orElseThrow();
  private static final Programme PROGRAMME = ShippedPack.programme();

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 20261122})
  void a_spoilt_text_of_a_pack_is_read_or_its_problems_are_told(long seed) {
    spoilTexts(seed, 60);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {12, 20261122})
  void a_pack_of_wrong_values_is_read_or_its_problems_are_told(long seed) {
    spoilValues(seed, 150);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {13, 20261122})
  void wrong_answers_are_read_or_their_problems_are_told(long seed) {
    spoilAnswers(seed, 500);
  }

  @Tag("slow")
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {101, 102, 103, 104, 105, 106, 107, 108})
  void a_long_run_of_everything_throws_nothing(long seed) {
    spoilTexts(seed, 1500);
    spoilValues(seed, 6000);
    spoilAnswers(seed, 20_000);
  }

  private static void spoilTexts(long seed, int times) {
    System.out.println("spoilTexts, seed " + seed);
    Spoiler spoiler = new Spoiler(new Random(seed));
    for (int i = 0; i < times; i++) {
      Problems problems = new Problems();
      Map<String, String> texts = new HashMap<>(TEXTS);
      texts.replaceAll((file, text) -> spoiler.text(text));
      PackTexts read = PackTexts.read(texts, problems);
      Optional<Node> document = Documents.yaml("programme.yaml", spoiler.text(YAML), problems);
      Optional<Programme> programme =
          document.flatMap(node -> ProgrammeReader.read(node, read, FIGURES, problems));
      allHavePlaces(problems);
      assertThat(programme.isPresent() || !problems.isEmpty()).isTrue();
    }
  }

  private static void spoilValues(long seed, int times) {
    System.out.println("spoilValues, seed " + seed);
    Random random = new Random(seed);
    Spoiler spoiler = new Spoiler(random);
    PackTexts texts = PackTexts.read(TEXTS, new Problems());
    for (int i = 0; i < times; i++) {
      Problems problems = new Problems();
      Node spoilt = spoiler.document(PACK, random.nextBoolean() ? 0.002 : 0.03);
      Optional<Programme> programme = ProgrammeReader.read(spoilt, texts, FIGURES, problems);
      allHavePlaces(problems);
      assertThat(programme.isPresent()).isEqualTo(problems.isEmpty());
      programme.ifPresent(sound -> screenSomebody(sound, spoiler));
    }
  }

  private static void spoilAnswers(long seed, int times) {
    System.out.println("spoilAnswers, seed " + seed);
    Random random = new Random(seed);
    Spoiler spoiler = new Spoiler(random);
    for (int i = 0; i < times; i++) {
      screenSomebody(PROGRAMME, spoiler);
      Problems problems = new Problems();
      byte[] bytes =
          spoiler.text(Json.write(AnswersForAll.of(PROGRAMME))).getBytes(StandardCharsets.UTF_8);
      Documents.json("request", bytes, problems)
          .flatMap(node -> AnswersReader.all(PROGRAMME, node, problems))
          .ifPresent(answers -> Screening.screen(PROGRAMME, answers));
      allHavePlaces(problems);
    }
  }

  private static void screenSomebody(Programme programme, Spoiler spoiler) {
    Problems problems = new Problems();
    Node answers = spoiler.document(AnswersForAll.of(programme), 0.02);
    AnswersReader.all(programme, answers, problems)
        .ifPresent(read -> assertThat(Screening.screen(programme, read).clearance()).isNotNull());
    AnswersReader.some(programme, answers, Screening.weekly(programme), problems)
        .ifPresent(read -> assertThat(Screening.screen(programme, read).clearance()).isNotNull());
    Json.write(answers);
    allHavePlaces(problems);
  }

  private static void allHavePlaces(Problems problems) {
    for (Problem problem : problems.list()) {
      if (problem.message().isBlank() || problem.place().line() < 0) {
        throw new AssertionError("a problem without words or place: " + problem);
      }
    }
  }

  private static Map<String, String> texts() {
    Map<String, String> texts = new HashMap<>();
    each(
        ShippedPack.folder().resolve("texts").resolve("en"),
        file -> texts.put(file.getFileName().toString(), read(file)));
    return texts;
  }

  private static Set<String> figures() {
    Set<String> figures = new HashSet<>();
    each(
        ShippedPack.folder().resolve("figures"),
        file -> figures.add(file.getFileName().toString().replace(".svg", "")));
    return figures;
  }

  private static void each(Path folder, Consumer<Path> visit) {
    try (Stream<Path> files = Files.list(folder)) {
      files.sorted().forEach(visit);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
