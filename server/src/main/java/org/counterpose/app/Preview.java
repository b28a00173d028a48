package org.counterpose.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.counterpose.document.Problems;
import org.counterpose.library.Pack;
import org.counterpose.library.PackFolder;
import org.counterpose.push.Reach;
import org.jspecify.annotations.Nullable;

/**
 * One pack, signed or not, served on this machine alone from a throw-away folder, with somebody
 * made up in the middle of a trial. Each saving of a sound pack begins it anew; one with problems
 * leaves the last sound one standing. For one thread.
 */
final class Preview implements AutoCloseable {

  /**
   * What is wished for.
   *
   * @param pack its folder
   * @param day the day of the made-up person's trial, from 1
   * @param port 0 for any free one
   */
  record Wish(Path pack, int day, int port) {}

  private final Path source;
  private final int day;
  private final Path house;
  private final InstantSource clock;
  private final ThrowAwayFolder folder = new ThrowAwayFolder("preview");
  private int port;
  private int begun;
  private String seen = "";
  private boolean sound;
  private @Nullable Server server;
  private volatile PreviewBanner.State banner =
      new PreviewBanner.State("", "", "preview.line", List.of("", 0));

  private Preview(Wish wish, Path house, InstantSource clock) {
    this.source = wish.pack();
    this.day = wish.day();
    this.port = wish.port();
    this.house = house;
    this.clock = clock;
  }

  /**
   * Serves a pack as it is now.
   *
   * @param house where the clinic's settings that ship are
   * @throws BadPack where it has problems
   */
  static Preview open(Wish wish, Path house, InstantSource clock) throws IOException {
    Preview preview = new Preview(wish, house, clock);
    try {
      Problems problems = preview.look();
      if (!problems.isEmpty()) {
        throw new BadPack(problems);
      }
      return preview;
    } catch (IOException | RuntimeException e) {
      preview.close();
      throw e;
    }
  }

  /**
   * Serves the pack anew where it was saved since.
   *
   * @return what is wrong with it now; the pages tell how many
   */
  Problems look() throws IOException {
    Problems problems = new Problems();
    String now = saved();
    if (now.equals(seen)) {
      return problems;
    }
    seen = now;
    Optional<Pack> pack = PackFolder.read(source, problems);
    sound = pack.isPresent();
    if (pack.isPresent()) {
      begin(pack.get());
    } else {
      banner =
          new PreviewBanner.State(
              banner.stamp() + "!",
              banner.link(),
              "preview.problems",
              List.of(problems.list().getFirst()));
    }
    return problems;
  }

  /** Whether what was saved last has no problem, so that it is what the pages show. */
  boolean isSound() {
    return sound;
  }

  /** Where it answers. */
  String address() {
    return server == null ? "" : server.address();
  }

  /** The address of the made-up person's trial. */
  String link() {
    return address() + banner.link();
  }

  private void begin(Pack pack) throws IOException {
    begun++;
    Path home = Files.createDirectories(folder.path().resolve("home-" + begun));
    String id = pack.programme().id();
    copy(source, home.resolve("programmes").resolve(id));
    copy(house.resolve("settings"), home.resolve("settings"));
    Files.deleteIfExists(home.resolve("programmes").resolve(id).resolve("approval.sig"));
    Configuration configuration =
        new Configuration(
            port,
            "127.0.0.1",
            Files.createDirectories(folder.path().resolve("data-" + begun)),
            false,
            Set.of(),
            home,
            Optional.empty(),
            Optional.empty(),
            Reach.toAll());
    MadeUpClinic.Link person = MadeUpClinic.one(configuration, clock.instant(), day);
    if (server != null) {
      server.close();
    }
    banner =
        new PreviewBanner.State(
            Integer.toString(begun), person.path(), "preview.line", List.of(pack.programme(), day));
    server = Server.open(configuration, clock, new PreviewBanner(() -> banner)::add);
    port = server.port();
  }

  /** Another text for each saving of any file of the pack. */
  private String saved() throws IOException {
    try (Stream<Path> files = Files.walk(source)) {
      List<Path> all = files.filter(Files::isRegularFile).sorted().toList();
      StringBuilder saved = new StringBuilder();
      for (Path file : all) {
        saved
            .append(file)
            .append(Files.getLastModifiedTime(file).toInstant())
            .append(Files.size(file));
      }
      return saved.toString();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(from)) {
      files = walk.sorted(Comparator.naturalOrder()).toList();
    }
    Files.createDirectories(to);
    for (Path file : files) {
      Path target = to.resolve(from.relativize(file).toString());
      if (Files.isDirectory(file)) {
        Files.createDirectories(target);
      } else {
        Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
      server = null;
    }
    folder.close();
  }
}
