package org.counterpose.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.counterpose.digest.Sha256;

/**
 * The static files, held in memory. Their addresses carry a version made of all their contents:
 * {@code /static/3f2a91c05b7d/css/page.css}. So a browser may keep them for ever, and what they
 * refer to by relative addresses (a font from a style sheet) has the same version.
 */
public final class Assets {

  /** The coach, compiled for browsers. */
  private static final String COACH = "/compiled/coach.js";

  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css;charset=utf-8",
          "js", "text/javascript;charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "ico", "image/x-icon",
          "woff2", "font/woff2",
          "txt", "text/plain;charset=utf-8",
          "webmanifest", "application/manifest+json",
          "json", "application/json");

  /** Files that every page asks for together, in this order: each a single request. */
  private static final Map<String, List<String>> JOINED =
      Map.of(
          "css/pages.css",
          List.of(
              "css/base.css", "css/check.css", "css/trial.css", "css/booking.css", "css/staff.css"),
          "js/pages.js",
          List.of("js/forms.js", "js/booking.js"));

  private static final Set<String> PRESSED = Set.of("css", "js", "svg", "txt", "webmanifest");

  /** A file; {@code gzip} where pressing it is worth it. */
  record Asset(String contentType, byte[] bytes, Optional<byte[]> gzip) {}

  private final SortedMap<String, Asset> files;
  private final String version;

  private Assets(SortedMap<String, byte[]> found) {
    this.files = new TreeMap<>();
    found.forEach((path, bytes) -> files.put(path, asset(path, bytes)));
    this.version = versionOf(found);
  }

  /** Everything under {@code static/} on the class path, the coach, and what is joined. */
  public static Assets load() {
    try {
      SortedMap<String, byte[]> found = new TreeMap<>();
      URL folder = Assets.class.getResource("/static");
      if (folder != null) {
        URI uri = folder.toURI();
        if (uri.getScheme().equals("jar")) {
          try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
            collect(jar.getPath("/static"), found);
          }
        } else {
          collect(Path.of(uri), found);
        }
      }
      found.put("js/coach.js", resource(COACH));
      JOINED.forEach((path, parts) -> found.put(path, joined(parts, found)));
      return new Assets(found);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] joined(List<String> parts, Map<String, byte[]> found) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (String part : parts) {
      all.writeBytes(Objects.requireNonNull(found.get(part), part));
    }
    return all.toByteArray();
  }

  private static byte[] resource(String path) throws IOException {
    try (InputStream stream = Assets.class.getResourceAsStream(path)) {
      if (stream == null) {
        throw new IllegalStateException("not on the class path: " + path);
      }
      return stream.readAllBytes();
    }
  }

  /** The address of a file, such as {@code css/page.css}. */
  public String href(String path) {
    if (!files.containsKey(path)) {
      throw new IllegalArgumentException("no static file " + path);
    }
    return "/static/" + version + "/" + path;
  }

  String version() {
    return version;
  }

  Optional<Asset> find(String path) {
    return Optional.ofNullable(files.get(path));
  }

  /** The paths of all files. */
  Set<String> paths() {
    return files.keySet();
  }

  private static void collect(Path folder, SortedMap<String, byte[]> found) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        found.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
    }
  }

  private static Asset asset(String path, byte[] bytes) {
    String ending = path.substring(path.lastIndexOf('.') + 1);
    return new Asset(
        TYPES.getOrDefault(ending, "application/octet-stream"),
        bytes,
        PRESSED.contains(ending) ? Optional.of(press(bytes)) : Optional.empty());
  }

  private static byte[] press(byte[] bytes) {
    ByteArrayOutputStream pressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(pressed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pressed.toByteArray();
  }

  private static String versionOf(SortedMap<String, byte[]> files) {
    MessageDigest digest = Sha256.begun();
    files.forEach(
        (path, bytes) -> {
          digest.update(path.getBytes(java.nio.charset.StandardCharsets.UTF_8));
          digest.update(bytes);
        });
    return HexFormat.of().formatHex(digest.digest(), 0, 6);
  }
}
