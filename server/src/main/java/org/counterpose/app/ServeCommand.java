package org.counterpose.app;

import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves the whole product until it is told to end. */
@Command(
    name = "serve",
    description = "Serves Counterpose and prints one line with its address when it answers.")
final class ServeCommand implements Callable<Integer> {

  private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

  @Spec @Nullable CommandSpec spec;

  @Option(names = "--port", paramLabel = "PORT", description = "Port; 0 for any free one [8080].")
  @Nullable String port;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description = "Name or address to listen on [127.0.0.1].")
  @Nullable String host;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder that holds everything that is kept [./data].")
  @Nullable String data;

  @Option(
      names = "--database",
      paramLabel = "URL",
      description = "A database server instead of the folder's file; not in this version.")
  @Nullable String database;

  @Option(
      names = "--rate-limit",
      paramLabel = "on|off",
      description = "Limits on check, journeys and bookings by address [on].")
  @Nullable String rateLimit;

  @Option(
      names = "--trusted-proxy",
      paramLabel = "ADDRESS[,..]",
      description = "Proxies whose X-Forwarded-For, -Proto and -Host are believed [none].")
  @Nullable String trustedProxy;

  @Option(
      names = "--public-address",
      paramLabel = "URL",
      description =
          "Where browsers reach it, for links in letters and passkeys [http://localhost:PORT].")
  @Nullable String publicAddress;

  @Override
  public Integer call() throws InterruptedException {
    Configuration configuration =
        Configuration.read(options(), System.getenv(), Configuration.homeFolder());
    Server server = Server.open(configuration, InstantSource.system());
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "closing"));
    if (!configuration.rateLimits()) {
      LOG.warn("Rate limits are lifted. That is for tests and measures, not for patients.");
    }
    UnsignedPacks.warn(server);
    System.out.println("Counterpose answers at " + server.address());
    server.setUpLink().ifPresent(link -> System.out.println("Set up the staff, once: " + link));
    System.out.flush();
    LeftOutTrials.warn(server); // it reads every trial, and nobody need wait for that
    new CountDownLatch(1).await();
    return 0;
  }

  private Map<Setting, String> options() {
    Map<Setting, String> options = new EnumMap<>(Setting.class);
    put(options, Setting.PORT, port);
    put(options, Setting.HOST, host);
    put(options, Setting.DATA, data);
    put(options, Setting.DATABASE, database);
    put(options, Setting.RATE_LIMIT, rateLimit);
    put(options, Setting.TRUSTED_PROXY, trustedProxy);
    put(options, Setting.PUBLIC_ADDRESS, publicAddress);
    return options;
  }

  private static void put(Map<Setting, String> options, Setting setting, @Nullable String value) {
    if (value != null) {
      options.put(setting, value);
    }
  }
}
