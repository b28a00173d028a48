package org.counterpose.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.counterpose.document.Problems;
import org.counterpose.library.Pack;
import org.counterpose.library.PackFolder;
import org.counterpose.programme.Programme;

/** What somebody writes, and looks at while they do. */
sealed interface Draft {

  /** The folders whose files it is made of; not all need be there. */
  List<Path> folders();

  /**
   * Puts what was saved last into a folder from which it can be served: the data folder is {@code
   * data} in it. Empty, and problems told, where it is not sound.
   */
  Optional<Staged> stage(Path into, Problems problems) throws IOException;

  /**
   * What is served.
   *
   * @param home the folder with programmes, articles and settings
   * @param day the day of a made-up person's trial; empty where there is nobody
   * @param start where to begin to look, if there is nobody
   * @param line the key of what every page says, and {@code told} what stands in it
   */
  record Staged(Path home, Optional<Integer> day, String start, String line, List<Object> told) {
    public Staged {
      told = List.copyOf(told);
    }
  }

  /**
   * A pack, alone and whoever signed it.
   *
   * @param house where the settings that ship are
   */
  record OfPack(Path folder, int day, Path house) implements Draft {

    @Override
    public List<Path> folders() {
      return List.of(folder);
    }

    @Override
    public Optional<Staged> stage(Path into, Problems problems) throws IOException {
      Optional<Pack> pack = PackFolder.read(folder, problems);
      if (pack.isEmpty()) {
        return Optional.empty();
      }
      Programme programme = pack.get().programme();
      Path home = into.resolve("home");
      Path copied = home.resolve(ClinicSettings.PROGRAMMES).resolve(programme.id());
      copy(folder, copied);
      copy(house.resolve("settings"), home.resolve("settings"));
      Files.deleteIfExists(copied.resolve("approval.sig"));
      Files.createDirectories(into.resolve("data"));
      return Optional.of(
          new Staged(home, Optional.of(day), "/", "preview.line", List.of(programme, day)));
    }
  }

  /**
   * A clinic's articles and its own programmes, beside all that ships.
   *
   * @param house where the latter is
   */
  record OfArticles(WrittenArticles written, Path house) implements Draft {

    @Override
    public List<Path> folders() {
      return List.of(written.folder(), written.programmes());
    }

    @Override
    public Optional<Staged> stage(Path into, Problems problems) throws IOException {
      written.all().check(house, problems);
      if (!problems.isEmpty()) {
        return Optional.empty();
      }
      Path data = Files.createDirectories(into.resolve("data"));
      copy(written.folder(), data.resolve(WrittenArticles.FOLDER));
      if (Files.isDirectory(written.programmes())
          && !written.programmes().equals(house.resolve(ClinicSettings.PROGRAMMES))) {
        copy(written.programmes(), data.resolve(ClinicSettings.PROGRAMMES));
      }
      return Optional.of(
          new Staged(
              house,
              Optional.empty(),
              written.page(),
              "preview.articles",
              List.of(written.path().getFileName().toString())));
    }
  }

  /** All that is in a folder, sorted, as it is read: where a link leads, too. */
  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      return walk.sorted().toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Copies a folder; a file that an editor puts there for a moment may be gone again. */
  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    for (Path file : files(from)) {
      Path target = to.resolve(from.relativize(file).toString());
      if (Files.isDirectory(file)) {
        Files.createDirectories(target);
      } else if (Files.exists(file)) {
        Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
