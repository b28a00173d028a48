package org.counterpose.app;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.counterpose.mail.Smtp;
import org.counterpose.push.Reach;
import org.jspecify.annotations.Nullable;

/**
 * How this server is set up. Of several places that set the same, the first of these counts: an
 * option, the environment, the data folder's counterpose.properties, the default.
 *
 * @param port 0 for any that is free
 * @param data the folder that holds everything that is kept
 * @param rateLimits whether they hold; lifted only for tests and measures
 * @param trustedProxies addresses whose word on where a request came from is taken
 * @param home the folder with {@code programmes}, {@code articles} and {@code settings}
 * @param mail the mail server; empty where letters have to wait for one
 * @param publicAddress where links in letters begin; empty for localhost at the port
 * @param reach which push services notifications may be sent to; only tests change it
 */
public record Configuration(
    int port,
    String host,
    Path data,
    boolean rateLimits,
    Set<String> trustedProxies,
    Path home,
    Optional<Smtp> mail,
    Optional<URI> publicAddress,
    Reach reach) {

  public static final String FILE = "counterpose.properties";

  /** Where a value came from, as a message names it, and the value. */
  private record Given(String from, String value) {}

  /** For a server inside a test: loopback, a free port, this folder, no rate limits. */
  public static Configuration forTests(Path data, Path home) {
    return new Configuration(
        0,
        "127.0.0.1",
        data,
        false,
        Set.of(),
        home,
        Optional.empty(),
        Optional.empty(),
        Reach.toAll());
  }

  public Configuration withRateLimits() {
    return new Configuration(
        port, host, data, true, trustedProxies, home, mail, publicAddress, reach);
  }

  public Configuration withPort(int another) {
    return new Configuration(
        another, host, data, rateLimits, trustedProxies, home, mail, publicAddress, reach);
  }

  public Configuration withTrustedProxies(Set<String> proxies) {
    return new Configuration(
        port, host, data, rateLimits, proxies, home, mail, publicAddress, reach);
  }

  public Configuration withMail(Smtp server) {
    return new Configuration(
        port,
        host,
        data,
        rateLimits,
        trustedProxies,
        home,
        Optional.of(server),
        publicAddress,
        reach);
  }

  public Configuration withPublicAddress(URI address) {
    return new Configuration(
        port, host, data, rateLimits, trustedProxies, home, mail, Optional.of(address), reach);
  }

  public Configuration withReach(Reach changed) {
    return new Configuration(
        port, host, data, rateLimits, trustedProxies, home, mail, publicAddress, changed);
  }

  /** The folders of articles: ours, and the clinic's own, which come before ours of one name. */
  List<Path> articles() {
    return List.of(home.resolve("articles"), data.resolve("articles"));
  }

  /** Where the programmes, articles and settings of this installation are. */
  static Path homeFolder() {
    return Path.of(System.getProperty("counterpose.home", "")).toAbsolutePath().normalize();
  }

  /**
   * Reads what is set.
   *
   * @param options what the command line gave
   * @throws WrongUse in one line that says what is wrong and where
   */
  static Configuration read(
      Map<Setting, String> options, Map<String, String> environment, Path home) {
    Given data =
        given(Setting.DATA, options, environment, new Properties())
            .orElse(new Given("the default", "data"));
    Path folder = folder(data);
    Properties file = file(folder.resolve(FILE));
    Map<Setting, Given> all = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      given(setting, options, environment, file).ifPresent(value -> all.put(setting, value));
    }
    Given database = all.get(Setting.DATABASE);
    if (database != null) {
      throw new WrongUse(
          database.from()
              + " asks for a database server, which this version cannot use yet: it keeps"
              + " everything in the folder that --data names");
    }
    return new Configuration(
        port(all.get(Setting.PORT)),
        host(all.get(Setting.HOST)),
        folder,
        rateLimits(all.get(Setting.RATE_LIMIT)),
        proxies(all.get(Setting.TRUSTED_PROXY)),
        home,
        MailSettings.read(
            setting ->
                Optional.ofNullable(all.get(setting))
                    .map(value -> new MailSettings.Given(value.from(), value.value()))),
        publicAddress(all.get(Setting.PUBLIC_ADDRESS)),
        Reach.toAll());
  }

  private static Optional<Given> given(
      Setting setting,
      Map<Setting, String> options,
      Map<String, String> environment,
      Properties file) {
    String option = options.get(setting);
    if (option != null) {
      return Optional.of(new Given(setting.option(), option));
    }
    String variable = environment.get(setting.variable());
    if (variable != null && !variable.isBlank()) {
      return Optional.of(new Given(setting.variable(), variable.strip()));
    }
    String property = file.getProperty(setting.property());
    return property == null
        ? Optional.empty()
        : Optional.of(new Given(setting.property() + " in " + FILE, property.strip()));
  }

  private static Properties file(Path file) {
    Properties properties = new Properties();
    if (Files.isRegularFile(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      } catch (IOException | IllegalArgumentException e) {
        throw new WrongUse(file + " cannot be read: " + e.getMessage());
      }
    }
    for (String name : properties.stringPropertyNames()) {
      if (name.equals(Setting.DATA.property())
          || Arrays.stream(Setting.values()).noneMatch(s -> s.property().equals(name))) {
        throw new WrongUse(
            file
                + ": '"
                + name
                + "' is not known here; known are "
                + Arrays.stream(Setting.values())
                    .filter(setting -> setting != Setting.DATA)
                    .map(Setting::property)
                    .collect(Collectors.joining(", ")));
      }
    }
    return properties;
  }

  private static Path folder(Given data) {
    try {
      return Path.of(data.value()).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new WrongUse(data.from() + " must be a folder, got '" + data.value() + "'");
    }
  }

  private static int port(@Nullable Given given) {
    if (given == null) {
      return 8080;
    }
    try {
      int port = Integer.parseInt(given.value());
      if (port >= 0 && port <= 65535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // told below, with what was given
    }
    throw new WrongUse(
        given.from() + " must be a whole number from 0 to 65535, got '" + given.value() + "'");
  }

  private static String host(@Nullable Given given) {
    if (given == null) {
      return "127.0.0.1";
    }
    if (given.value().isBlank() || !given.value().matches("[A-Za-z0-9.:_-]+")) {
      throw new WrongUse(
          given.from() + " must be the name or address to listen on, got '" + given.value() + "'");
    }
    return given.value();
  }

  private static boolean rateLimits(@Nullable Given given) {
    return switch (given == null ? "on" : given.value()) {
      case "on" -> true;
      case "off" -> false;
      default ->
          throw new WrongUse(
              (given == null ? "" : given.from() + " must be on or off, got '" + given.value())
                  + "'");
    };
  }

  /** An origin, such as https://clinic.example: what passkeys and links can be bound to. */
  private static Optional<URI> publicAddress(@Nullable Given given) {
    if (given == null) {
      return Optional.empty();
    }
    String address = given.value().replaceAll("/+$", "");
    if (!address.matches("https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?")) {
      throw new WrongUse(
          given.from()
              + " must be where browsers reach this server, such as https://clinic.example, got '"
              + given.value()
              + "'");
    }
    return Optional.of(URI.create(address));
  }

  private static Set<String> proxies(@Nullable Given given) {
    return given == null
        ? Set.of()
        : Arrays.stream(given.value().split(","))
            .map(String::strip)
            .filter(address -> !address.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
  }
}
