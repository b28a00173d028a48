package org.counterpose.app;

import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.counterpose.document.Problems;
import org.counterpose.push.Reach;
import org.jspecify.annotations.Nullable;

/**
 * A draft served on this machine alone from a throw-away folder; a pack with somebody made up in
 * the middle of a trial. Each sound saving begins it anew; one with problems leaves the last sound
 * one standing. For one thread.
 */
final class Preview implements AutoCloseable {

  private final Draft draft;
  private final InstantSource clock;
  private final ThrowAwayFolder folder = new ThrowAwayFolder("preview");
  private int port;
  private int begun;
  private Optional<String> seen = Optional.empty();
  private boolean sound;
  private @Nullable Server server;
  private volatile PreviewBanner.State banner =
      new PreviewBanner.State("", "", "preview.line", List.of("", 0));

  private Preview(Draft draft, int port, InstantSource clock) {
    this.draft = draft;
    this.port = port;
    this.clock = clock;
  }

  /**
   * Serves a draft as it is now.
   *
   * @param port 0 for any free one
   * @throws BadPack where it has problems
   */
  static Preview open(Draft draft, int port, InstantSource clock) throws IOException {
    Preview preview = new Preview(draft, port, clock);
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
   * Serves the draft anew where it was saved since.
   *
   * @return what is wrong with it now; the pages tell the first
   */
  Problems look() throws IOException {
    Problems problems = new Problems();
    Optional<String> now = saved();
    if (seen.isPresent() && (now.isEmpty() || now.equals(seen))) {
      return problems;
    }
    seen = now.or(() -> Optional.of(""));
    Optional<Draft.Staged> staged =
        draft.stage(folder.path().resolve(Integer.toString(begun + 1)), problems);
    sound = staged.isPresent();
    if (staged.isPresent()) {
      begin(staged.get());
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

  /** Where to begin to look: the made-up person's trial, or the article. */
  String link() {
    return address() + banner.link();
  }

  private void begin(Draft.Staged staged) throws IOException {
    begun++;
    Configuration configuration =
        new Configuration(
            port,
            "127.0.0.1",
            folder.path().resolve(Integer.toString(begun)).resolve("data"),
            false,
            Set.of(),
            staged.home(),
            Optional.empty(),
            Optional.empty(),
            Reach.toAll());
    String start =
        staged
            .day()
            .map(day -> MadeUpClinic.one(configuration, clock.instant(), day).path())
            .orElse(staged.start());
    if (server != null) {
      server.close();
    }
    banner = new PreviewBanner.State(Integer.toString(begun), start, staged.line(), staged.told());
    server = Server.open(configuration, clock, this::around);
    port = server.port();
  }

  /** What a preview has about it, and what is served for people has not. */
  private void around(JavalinConfig config) {
    new PreviewCookies().add(config);
    new PreviewBanner(() -> banner).add(config);
  }

  /** Another text for each saving of any file; none while files come and go. */
  private Optional<String> saved() {
    StringBuilder saved = new StringBuilder();
    for (Path source : draft.folders()) {
      try {
        for (Path file : Draft.files(source)) {
          if (Files.isRegularFile(file)) {
            saved
                .append(file)
                .append(Files.getLastModifiedTime(file).toInstant())
                .append(Files.size(file));
          }
        }
      } catch (IOException e) {
        if (Files.exists(source)) {
          return Optional.empty();
        }
        saved.append(source).append("is not there");
      }
    }
    return Optional.of(saved.toString());
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
