package org.counterpose.app;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves a throw-away clinic with made-up people, to walk about in. */
@Command(
    name = "demo",
    description = {
      "Serves a throw-away clinic with 40 made-up people in the middle of their trials and 80 who"
          + " are through.",
      "Prints private links to some of them. Everything is gone when it ends."
    })
final class DemoCommand implements Callable<Integer> {

  @Spec @Nullable CommandSpec spec;

  @Option(names = "--port", paramLabel = "PORT", description = "Port; 0 for any free one [8080].")
  @Nullable String port;

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      description = "Seed of the made-up people [20261122].",
      defaultValue = "20261122")
  long seed;

  @Override
  public Integer call() throws InterruptedException {
    ThrowAwayFolder folder = new ThrowAwayFolder("demo");
    AtomicReference<@Nullable Server> serving = new AtomicReference<>();
    Lock writing = new ReentrantLock();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  writing.lock(); // and never let go: nothing is written after this
                  Server server = serving.get();
                  if (server != null) {
                    server.close();
                  }
                  folder.close();
                },
                "closing"));
    Map<Setting, String> options = new EnumMap<>(Setting.class);
    options.put(Setting.DATA, folder.path().toString());
    if (port != null) {
      options.put(Setting.PORT, port);
    }
    Configuration configuration = Configuration.read(options, Map.of(), Configuration.homeFolder());
    InstantSource clock = InstantSource.system();
    Server server;
    writing.lock();
    try {
      List<MadeUpClinic.Link> links = MadeUpClinic.fill(configuration, clock.instant(), seed);
      server = Server.open(configuration, clock);
      serving.set(server);
      UnsignedPacks.warn(server);
      tell(server, links);
    } finally {
      writing.unlock();
    }
    // who is through is only for the outcomes, and nobody has to wait for them
    MadeUpClinic.addThrough(server.practice(), clock.instant(), seed, writing);
    new CountDownLatch(1).await();
    return 0;
  }

  private void tell(Server server, List<MadeUpClinic.Link> links) {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    // the one address where passkeys work too, so that nobody has to change over later
    String address = server.practice().people().address().get().toString();
    out.println("Counterpose answers at " + address);
    out.println(
        MadeUpClinic.PEOPLE
            + " made-up people, seed "
            + seed
            + "; "
            + MadeUpClinic.THROUGH
            + " more, who are through, are added now. Some private links:");
    links
        .subList(0, MadeUpClinic.SHOWN.size())
        .forEach(
            link ->
                out.println(
                    "  "
                        + link.title()
                        + ", day "
                        + link.day()
                        + " of "
                        + link.of()
                        + (link.over() ? ", over" : "")
                        + System.lineSeparator()
                        + "    "
                        + address
                        + link.path()));
    server
        .setUpLink()
        .ifPresent(
            link -> {
              out.println();
              out.println(
                  "The clinic's side: open this once, in a browser that can make a passkey.");
              out.println("  " + link);
            });
    out.flush();
  }
}
