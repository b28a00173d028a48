package org.counterpose.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.counterpose.document.Node;
import org.counterpose.document.Problems;
import org.counterpose.documents.Documents;
import org.counterpose.figure.Figure;
import org.counterpose.programme.PackDoubts;
import org.counterpose.programme.PackFormat;
import org.counterpose.programme.PackTexts;
import org.counterpose.programme.Programme;
import org.counterpose.programme.ProgrammeReader;
import org.counterpose.revision.Edition;
import org.counterpose.revision.Overruled;

/**
 * The folder of one pack: {@code programme.yaml}, {@code texts/<language>/*.md} and {@code
 * figures/*.svg}. It is named after the programme's id; an older version that running trials still
 * need is kept beside it as {@code <id>@<version>}.
 */
public final class PackFolder {

  static final String STRUCTURE = "programme.yaml";
  private static final String LANGUAGE = "en";
  private static final String LANGUAGE_NAME = "[A-Za-z0-9-]{1,20}";

  private final Path folder;
  private final Problems problems;
  private final FilesOfAFolder files;

  private PackFolder(Path folder, Problems problems) {
    this.folder = folder;
    this.problems = problems;
    this.files = new FilesOfAFolder(folder, problems);
  }

  /** Whether a folder looks like a pack. */
  public static boolean is(Path folder) {
    return Files.isRegularFile(folder.resolve(STRUCTURE));
  }

  /** Reads all of a pack; problems carry the names of files as the folder was given. */
  public static Optional<Pack> read(Path folder, Problems problems) {
    return new PackFolder(folder, problems).read();
  }

  /**
   * Reads all of a pack, and tells what is allowed in it and yet worth a second look; of files that
   * nothing reads also where there are problems, since they may be why.
   */
  public static void check(Path folder, Problems problems, Problems doubts) {
    PackFolder pack = new PackFolder(folder, problems);
    Optional<Pack> sound = pack.read();
    PackFolder again = new PackFolder(folder, new Problems());
    again
        .document()
        .ifPresent(
            node -> {
              sound.ifPresent(
                  read -> {
                    Overruled.tell(read.programme(), node, doubts);
                    again.tell(read.programme(), node, doubts);
                  });
              UnreadFiles.tell(folder, node, doubts);
            });
  }

  /** The languages of a pack whose reading age cannot be measured. */
  public static List<String> unmeasured(Path folder) {
    return new PackFolder(folder, new Problems())
        .languages().stream().filter(language -> !PackDoubts.measures(language)).toList();
  }

  /** A sound pack as it is written and as it is read, to hold it against another version. */
  public static Optional<Edition> edition(Path folder, Problems problems) {
    PackFolder reading = new PackFolder(folder, problems);
    return reading
        .read()
        .flatMap(
            pack ->
                reading
                    .document()
                    .map(
                        document ->
                            new Edition(
                                document, pack.programme(), pack.translations(), pack.figures())));
  }

  /** The drawn figures of a pack, which may be unfinished otherwise. */
  public static Map<String, Figure> figures(Path folder, Problems problems) {
    return new PackFolder(folder, problems)
        .document()
        .map(document -> ProgrammeReader.figures(document, problems))
        .orElse(Map.of());
  }

  private Optional<Node> document() {
    Path file = folder.resolve(STRUCTURE);
    return files.text(file).flatMap(text -> Documents.yaml(file.toString(), text, problems));
  }

  private Optional<Pack> read() {
    int before = problems.count();
    Optional<Node> document = document();
    if (document.filter(node -> PackFormat.isOfALaterFormat(node, problems)).isPresent()) {
      return Optional.empty();
    }
    String own = language(document);
    MisnamedFiles.tell(folder, own, problems);
    if (document.isPresent() && !problems.noneSince(before)) {
      return Optional.empty(); // what follows from a wrong name is not told before it is mended
    }
    PackTexts texts = PackTexts.read(texts(own), problems);
    Map<String, String> figures = figures();
    Optional<Programme> programme =
        document.flatMap(node -> ProgrammeReader.read(node, texts, figures.keySet(), problems));
    document.ifPresent(this::checkName);
    Map<String, Programme> translations =
        programme.map(read -> translations(read, texts)).orElse(Map.of());
    return problems.noneSince(before)
        ? programme.map(read -> new Pack(folder, read, translations, figures))
        : Optional.empty();
  }

  /** Every other folder of texts is a whole translation. */
  private Map<String, Programme> translations(Programme programme, PackTexts own) {
    Map<String, Programme> translations = new TreeMap<>();
    for (String language : languages()) {
      if (!language.equals(programme.language())) {
        int before = problems.count();
        PackTexts texts = PackTexts.read(texts(language), problems);
        if (problems.noneSince(
            before)) { // else a file that cannot be read may be why one is missing
          texts
              .translate(programme, language, own, problems)
              .ifPresent(translated -> translations.put(language, translated));
        }
      }
    }
    return translations;
  }

  private List<String> languages() {
    try (Stream<Path> folders = Files.list(folder.resolve("texts"))) {
      return folders
          .filter(Files::isDirectory)
          .map(each -> each.getFileName().toString())
          .filter(name -> name.matches(LANGUAGE_NAME))
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of(); // that there are no texts is told where they are read
    }
  }

  private Map<String, String> texts(String language) {
    Path texts = folder.resolve("texts").resolve(language);
    Map<String, String> markdown = new TreeMap<>();
    for (Path file : files.in(texts, ".md")) {
      files
          .text(file)
          .ifPresent(
              text -> {
                new Prose(file.toString(), problems).check(text);
                markdown.put(file.toString(), text);
              });
    }
    return markdown;
  }

  /** Of a pack that was read without a problem. */
  private void tell(Programme programme, Node document, Problems doubts) {
    PackTexts texts = PackTexts.read(texts(language(Optional.of(document))), problems);
    PackDoubts.tell(document, programme, texts, doubts);
    for (String language : languages()) {
      if (!language.equals(programme.language())) {
        PackDoubts.tell(programme, PackTexts.read(texts(language), problems), doubts);
      }
    }
  }

  /** The pack's own language, where it is one; the name of a folder must not lead elsewhere. */
  private static String language(Optional<Node> document) {
    return document.orElse(null) instanceof Node.Mapping pack
            && pack.fields().get("language") instanceof Node.Text text
            && text.value().matches(LANGUAGE_NAME)
        ? text.value()
        : LANGUAGE;
  }

  private Map<String, String> figures() {
    Map<String, String> figures = new LinkedHashMap<>();
    for (Path file : files.in(folder.resolve("figures"), ".svg")) {
      String name = file.getFileName().toString();
      files
          .text(file)
          .ifPresent(
              svg -> {
                new Picture(file.toString(), problems).check(svg);
                figures.put(name.substring(0, name.length() - ".svg".length()), svg);
              });
    }
    return figures;
  }

  private void checkName(Node document) {
    Path name = folder.toAbsolutePath().normalize().getFileName();
    if (name != null
        && document instanceof Node.Mapping pack
        && pack.fields().get("id") instanceof Node.Text id
        && !name.toString().equals(id.value())
        && !name.toString().startsWith(id.value() + "@")) {
      problems.add(
          id,
          "is '"
              + id.value()
              + "', but its folder is called '"
              + name
              + "': name them alike, or the folder '"
              + id.value()
              + "@VERSION'");
    }
  }
}
