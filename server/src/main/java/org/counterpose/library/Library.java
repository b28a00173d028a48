package org.counterpose.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.counterpose.document.Problems;
import org.counterpose.figure.Drawing;
import org.counterpose.figure.Figure;
import org.counterpose.programme.Programme;

/**
 * The packs that are served. Of each programme the newest version is the one that is offered; the
 * older ones serve the trials that began with them. Safe for several threads.
 */
public final class Library {

  private final Shelf shelf;
  private final Optional<String> language;
  private final Map<String, String> rendered;

  /** Pictures have no words in them: all languages share them. */
  private final Map<String, String> drawings;

  /**
   * @param language whose texts the programmes have; each its own where empty
   */
  private Library(
      Shelf shelf,
      Optional<String> language,
      Map<String, String> rendered,
      Map<String, String> drawings) {
    this.shelf = shelf;
    this.language = language;
    this.rendered = rendered;
    this.drawings = drawings;
  }

  /** Loads every pack that may be served; with any problem there is no library. */
  public static Optional<Library> load(Shelves shelves, Problems problems) {
    int before = problems.count();
    List<Pack> packs = shelves.read(problems);
    return problems.noneSince(before)
        ? Optional.of(
            new Library(
                new Shelf(shelves, packs),
                Optional.empty(),
                new ConcurrentHashMap<>(),
                new ConcurrentHashMap<>()))
        : Optional.empty();
  }

  /** Loads every pack in one folder of packs; with any problem there is no library. */
  public static Optional<Library> load(Path programmesFolder, Problems problems) {
    return load(Shelves.of(programmesFolder), problems);
  }

  /**
   * The folders of packs in a folder, in its order of programmes; a problem where there is none.
   */
  public static List<Path> folders(Path programmesFolder, Problems problems) {
    return Shelves.of(programmesFolder).folders(problems);
  }

  /** Which of two versions is the later one: above 0 where it is the first. */
  public static int compareVersions(String one, String other) {
    return Shelf.compareVersions(one, other);
  }

  /** Whether a folder is one of packs. */
  public static boolean holdsPacks(Path folder) {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.anyMatch(PackFolder::is);
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether the clinic named whose signature counts, so that every pack has one that holds. */
  public boolean isSigned() {
    return shelf.isSigned();
  }

  /** The programmes that stand where packs do and that the clinic chose not to offer. */
  public SortedSet<String> leftOut() {
    return shelf.leftOut();
  }

  /** The same packs in a language; one that is not translated stays in its own. */
  public Library in(String other) {
    return new Library(shelf, Optional.of(other), rendered, drawings);
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
    return shelf.newest().values().stream().map(this::spoken).toList();
  }

  /** The programme that is offered under an id. */
  public Optional<Programme> programme(String id) {
    return Optional.ofNullable(shelf.newest().get(id)).map(this::spoken);
  }

  /** Where the very version of a programme stands. */
  public Optional<Path> folder(String id, String version) {
    return shelf.find(id, version).map(Pack::folder);
  }

  /** The very version of a programme that a trial runs on. */
  public Optional<Programme> programme(String id, String version) {
    return shelf.find(id, version).map(this::spoken);
  }

  /**
   * The very version of a programme, where it is held. It is not looked for where packs stand:
   * anybody may ask, and a trial that runs on it has had it taken up.
   */
  public Optional<Programme> held(String id, String version) {
    return shelf.held(id, version).map(this::spoken);
  }

  /** A picture of the programme that is offered under an id. */
  public Optional<String> figure(String programmeId, String name) {
    return programme(programmeId).flatMap(programme -> figure(programme, name));
  }

  /**
   * A picture of this very version of a programme, as SVG: a file of the pack, or drawn when it is
   * first asked for.
   */
  public Optional<String> figure(Programme programme, String name) {
    return drawn(programme, name, "still", figure -> Drawing.still(figure, 1))
        .or(() -> file(programme, name));
  }

  /** The same, for print: where it is drawn, at a moment of its movement, 0 to 1. */
  public String still(Programme programme, String name, double moment) {
    return drawn(programme, name, "at " + moment, figure -> Drawing.still(figure, moment))
        .or(() -> file(programme, name))
        .orElseThrow(() -> new IllegalArgumentException("no figure " + name));
  }

  /**
   * A picture of the programme that is offered under an id as it moves; empty where it does not.
   */
  public Optional<String> movingFigure(String programmeId, String name) {
    return programme(programmeId).flatMap(programme -> movingFigure(programme, name));
  }

  /** The same of this very version of a programme. */
  public Optional<String> movingFigure(Programme programme, String name) {
    return programme.moves(name)
        ? drawn(programme, name, "moving", Drawing::animated)
        : Optional.empty();
  }

  private Optional<String> drawn(
      Programme programme, String name, String how, Function<Figure, String> drawing) {
    return Optional.ofNullable(programme.figures().get(name))
        .map(
            figure ->
                drawings.computeIfAbsent(
                    programme + " " + name + " " + how, first -> drawing.apply(figure)));
  }

  private Optional<String> file(Programme programme, String name) {
    return shelf
        .held(programme.id(), programme.version())
        .flatMap(pack -> Optional.ofNullable(pack.figures().get(name)));
  }

  /** A text of a programme as HTML. Markup within the text is shown as it stands, never obeyed. */
  public String html(Programme programme, String textKey) {
    return rendered.computeIfAbsent(
        programme + " " + programme.language() + " " + textKey,
        key -> Markdown.html(programme.text(textKey)));
  }
}
