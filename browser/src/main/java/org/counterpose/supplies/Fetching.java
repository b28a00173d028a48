package org.counterpose.supplies;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/** Fetches the camera's parts for the build, unless they are there. */
public final class Fetching {

  private static final String RUNTIME = "vision_bundle.mjs";
  private static final String LOADER = "wasm/vision_wasm_module_internal.js";
  private static final String WASM = "wasm/vision_wasm_module_internal.wasm";
  private static final String DETECTOR = "pose_solution_packed_assets.data";
  private static final String LANDMARKS = "pose_landmark_full.tflite";

  /** The detector is the only file among the packed assets, and this long. */
  private static final int DETECTOR_BYTES = 2_962_288;

  /** Changes when something else is made of the same archives; browsers keep the parts for long. */
  private static final int MAKING = 1;

  private Fetching() {}

  /**
   * @param arguments the folder to fill, and {@code required} where a build without the camera's
   *     parts is no build, or {@code wanted} where it goes on without them
   */
  public static void main(String[] arguments) throws IOException {
    Path home = Path.of(System.getProperty("user.home"));
    supply(
        Path.of(arguments[0]),
        arguments[1],
        () -> new Registry(NpmSettings.registry(System.getenv(), home), cache(home)));
  }

  /** Where archives are to come from; settling that may fail as the fetching may. */
  interface Source {
    Registry registry() throws IOException;
  }

  static void supply(Path folder, String wish, Source source) throws IOException {
    if (!wish.equals("required") && !wish.equals("wanted")) {
      throw new IllegalArgumentException("-Dcamera is required or wanted, got " + wish);
    }
    try {
      fill(folder, source.registry());
    } catch (Unavailable e) {
      if (wish.equals("required")) {
        throw e;
      }
      System.err.println("WITHOUT THE CAMERA COACH: " + e.getMessage());
    }
  }

  /** Puts the parts into a folder; what is there already stays. */
  static void fill(Path folder, Registry registry) throws IOException {
    String version = Archive.RUNTIME.version() + "-" + Archive.MODEL.version() + "-" + MAKING;
    Path stamp = folder.resolve("version");
    if (Files.isRegularFile(stamp) && Files.readString(stamp).equals(version)) {
      return;
    }
    Map<String, byte[]> parts = new LinkedHashMap<>();
    Map<String, byte[]> runtime =
        Tarball.files(registry.get(Archive.RUNTIME), Set.of(RUNTIME, LOADER, WASM));
    runtime.forEach((path, bytes) -> parts.put(path.substring(path.indexOf('/') + 1), bytes));
    Map<String, byte[]> model =
        Tarball.files(registry.get(Archive.MODEL), Set.of(DETECTOR, LANDMARKS));
    parts.put(
        "pose_landmarker_full.task",
        TaskBundle.of(detector(of(model, DETECTOR)), of(model, LANDMARKS)));
    Files.createDirectories(folder);
    for (Map.Entry<String, byte[]> part : parts.entrySet()) {
      Files.write(folder.resolve(part.getKey() + ".gz"), pressed(part.getValue()));
    }
    Files.writeString(stamp, version, StandardCharsets.US_ASCII);
  }

  /** Pressed once here, so that nobody presses them while they are served. */
  private static byte[] pressed(byte[] bytes) throws IOException {
    ByteArrayOutputStream pressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(pressed)) {
      gzip.write(bytes);
    }
    return pressed.toByteArray();
  }

  private static byte[] detector(byte[] packed) throws Unavailable {
    if (packed.length != DETECTOR_BYTES) {
      throw new Unavailable(
          "the packed detector has " + packed.length + " bytes instead of " + DETECTOR_BYTES);
    }
    return packed;
  }

  private static byte[] of(Map<String, byte[]> files, String path) {
    byte[] bytes = files.get(path);
    if (bytes == null) {
      throw new IllegalStateException("nobody asked for " + path);
    }
    return bytes;
  }

  private static Path cache(Path home) {
    String given = System.getenv("COUNTERPOSE_CACHE");
    return given == null || given.isBlank()
        ? home.resolve(".cache").resolve("counterpose")
        : Path.of(given);
  }
}
