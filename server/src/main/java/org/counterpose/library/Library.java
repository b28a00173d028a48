package org.counterpose.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.counterpose.document.Place;
import org.counterpose.document.Problems;
import org.counterpose.figure.Drawing;
import org.counterpose.figure.Figure;
import org.counterpose.programme.Programme;

/**
 * The packs that are served. Of each programme the newest version is the one that is offered; the
 * older ones serve the trials that began with them. Safe for several threads.
 */
public final class Library {

  private static final Comparator<Pack> BY_VERSION =
      Comparator.comparing((Pack pack) -> pack.programme().version(), Library::compareVersions);

  private final List<Pack> packs;
  private final Optional<String> language;
  private final Map<String, Pack> newest = new LinkedHashMap<>();
  private final Map<String, String> rendered;

  /** Pictures have no words in them: all languages share them. */
  private final Map<String, String> drawings;

  private Library(List<Pack> packs) {
    this(packs, Optional.empty(), new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
  }

  /**
   * @param language whose texts the programmes have; each its own where empty
   */
  private Library(
      List<Pack> packs,
      Optional<String> language,
      Map<String, String> rendered,
      Map<String, String> drawings) {
    this.packs = List.copyOf(packs);
    this.language = language;
    this.rendered = rendered;
    this.drawings = drawings;
    packs.forEach(
        pack ->
            newest.merge(
                pack.programme().id(), pack, (a, b) -> BY_VERSION.compare(a, b) >= 0 ? a : b));
  }

  /** Loads every pack in a folder of packs; with any problem there is no library. */
  public static Optional<Library> load(Path programmesFolder, Problems problems) {
    int before = problems.count();
    List<Pack> packs = new ArrayList<>();
    for (Path folder : folders(programmesFolder, problems)) {
      PackFolder.read(folder, problems)
          .ifPresent(
              pack -> {
                if (packs.stream().anyMatch(other -> same(other, pack))) {
                  problems.add(
                      new Place(folder.resolve(PackFolder.STRUCTURE).toString(), 0, "version"),
                      "there is another pack of " + pack.programme());
                }
                packs.add(pack);
              });
    }
    return problems.noneSince(before) ? Optional.of(new Library(packs)) : Optional.empty();
  }

  /**
   * The folders of packs in a folder, in its order of programmes; a problem where there is none.
   */
  public static List<Path> folders(Path programmesFolder, Problems problems) {
    try (Stream<Path> files = Files.list(programmesFolder)) {
      List<Path> folders = files.filter(PackFolder::is).sorted().toList();
      if (folders.isEmpty()) {
        problems.add(new Place(programmesFolder.toString(), 0, ""), "there is no programme in it");
      }
      return OrderOfProgrammes.read(programmesFolder, folders, problems).sorted(folders);
    } catch (IOException e) {
      problems.add(new Place(programmesFolder.toString(), 0, ""), "the folder cannot be read");
      return List.of();
    }
  }

  /** The same packs in a language; one that is not translated stays in its own. */
  public Library in(String other) {
    return new Library(packs, Optional.of(other), rendered, drawings);
  }

  /** The language that the programmes are in; empty where each is in its own. */
  public Optional<String> language() {
    return language;
  }

  private Programme spoken(Pack pack) {
    return language.map(pack::in).orElse(pack.programme());
  }

  /** The programmes that are offered; the first is the one that the home page is about. */
  public List<Programme> programmes() {
    return newest.values().stream().map(this::spoken).toList();
  }

  /** The programme that is offered under an id. */
  public Optional<Programme> programme(String id) {
    return Optional.ofNullable(newest.get(id)).map(this::spoken);
  }

  /** The very version of a programme that a trial began with. */
  public Optional<Programme> programme(String id, String version) {
    return packs.stream()
        .map(this::spoken)
        .filter(programme -> programme.id().equals(id) && programme.version().equals(version))
        .findFirst();
  }

  /**
   * A picture of the programme that is offered under an id, as SVG: a file of the pack, or drawn
   * when it is first asked for.
   */
  public Optional<String> figure(String programmeId, String name) {
    return drawn(programmeId, name, "still", figure -> Drawing.still(figure, 1))
        .or(
            () ->
                Optional.ofNullable(newest.get(programmeId))
                    .flatMap(pack -> Optional.ofNullable(pack.figures().get(name))));
  }

  /**
   * A picture of this very version of a programme, for print: drawn at a moment of its movement, 0
   * to 1, or a file of the pack.
   */
  public String still(Programme programme, String name, double moment) {
    Figure drawn = programme.figures().get(name);
    return drawn != null
        ? drawings.computeIfAbsent(
            programme + " " + name + " " + moment, first -> Drawing.still(drawn, moment))
        : packs.stream()
            .filter(pack -> pack.programme().toString().equals(programme.toString()))
            .flatMap(pack -> Stream.ofNullable(pack.figures().get(name)))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no figure " + name));
  }

  /** The same picture as it moves; empty where it does not. */
  public Optional<String> movingFigure(String programmeId, String name) {
    return programme(programmeId).filter(programme -> programme.moves(name)).isPresent()
        ? drawn(programmeId, name, "moving", Drawing::animated)
        : Optional.empty();
  }

  private Optional<String> drawn(
      String programmeId, String name, String how, Function<Figure, String> drawing) {
    return programme(programmeId)
        .flatMap(programme -> Optional.ofNullable(programme.figures().get(name)))
        .map(
            figure ->
                drawings.computeIfAbsent(
                    programmeId + " " + name + " " + how, first -> drawing.apply(figure)));
  }

  /** A text of a programme as HTML. Markup within the text is shown as it stands, never obeyed. */
  public String html(Programme programme, String textKey) {
    return rendered.computeIfAbsent(
        programme + " " + programme.language() + " " + textKey,
        key -> Markdown.html(programme.text(textKey)));
  }

  private static boolean same(Pack one, Pack other) {
    return one.programme().id().equals(other.programme().id())
        && one.programme().version().equals(other.programme().version());
  }

  private static int compareVersions(String one, String other) {
    String[] ones = one.split("\\.");
    String[] others = other.split("\\.");
    for (int i = 0; i < Math.min(ones.length, others.length); i++) {
      int order = Integer.compare(Integer.parseInt(ones[i]), Integer.parseInt(others[i]));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
