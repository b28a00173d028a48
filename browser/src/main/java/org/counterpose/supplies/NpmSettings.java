package org.counterpose.supplies;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which registry of npm packages this machine uses, as npm itself would say: an environment
 * variable, else the user's {@code .npmrc}, else the public one. A clinic behind its own mirror has
 * it set there already.
 */
final class NpmSettings {

  private static final String PUBLIC = "https://registry.npmjs.org";

  private NpmSettings() {}

  /** The address of the registry, without a slash at its end. */
  static URI registry(Map<String, String> environment, Path home) throws IOException {
    Map<String, String> file = read(home.resolve(".npmrc"));
    String address =
        firstOf(
            file.get("@mediapipe:registry"),
            environment.get("npm_config_registry"),
            environment.get("NPM_CONFIG_REGISTRY"),
            file.get("registry"));
    try {
      URI uri = URI.create(address.replaceFirst("/+$", ""));
      if (uri.getHost() != null
          && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
        return uri;
      }
    } catch (IllegalArgumentException noAddress) {
      // told below
    }
    throw new Unavailable("npm's settings name '" + address + "' as registry, which is no address");
  }

  private static String firstOf(@Nullable String... given) {
    for (String address : given) {
      if (address != null && !address.isBlank()) {
        return address;
      }
    }
    return PUBLIC;
  }

  /** The settings of a file, {@code name = value} a line; none where there is no file. */
  private static Map<String, String> read(Path file) throws IOException {
    Map<String, String> settings = new HashMap<>();
    if (!Files.isReadable(file)) {
      return settings;
    }
    for (String line : Files.readAllLines(file)) {
      int equals = line.indexOf('=');
      if (equals > 0 && !line.startsWith(";") && !line.startsWith("#")) {
        settings.put(line.substring(0, equals).strip(), unquoted(line.substring(equals + 1)));
      }
    }
    return settings;
  }

  private static String unquoted(String value) {
    String bare = value.strip();
    boolean isQuoted = bare.length() >= 2 && bare.startsWith("\"") && bare.endsWith("\"");
    return isQuoted ? bare.substring(1, bare.length() - 1) : bare;
  }
}
