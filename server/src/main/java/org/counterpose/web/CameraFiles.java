package org.counterpose.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.counterpose.document.Nodes;
import org.counterpose.documents.Json;

/**
 * Serves the pose model and its runtime, where the build could fetch them. They are tens of
 * megabytes, so they are read from the class path when they are asked for and not held.
 */
public final class CameraFiles {

  private static final Map<String, String> TYPES =
      Map.of(
          "vision_bundle.mjs", "text/javascript;charset=utf-8",
          "vision_wasm_module_internal.js", "text/javascript;charset=utf-8",
          "vision_wasm_module_internal.wasm", "application/wasm",
          "pose_landmarker_full.task", "application/octet-stream");

  void add(Routes routes) {
    routes.get("/camera/parts", CameraFiles::parts);
    routes.get("/camera/{version}/{file}", CameraFiles::file);
  }

  /** The version of the parts, which is in their address; empty where they are not installed. */
  public static Optional<String> version() {
    try (InputStream stream = CameraFiles.class.getResourceAsStream("/camera/version")) {
      return Optional.ofNullable(stream == null ? null : text(stream));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(InputStream stream) throws IOException {
    return new String(stream.readAllBytes(), StandardCharsets.US_ASCII);
  }

  private static void parts(Context context) {
    Optional<String> version = version();
    context.contentType("application/json");
    if (version.isEmpty()) {
      context.status(HttpStatus.SERVICE_UNAVAILABLE);
      context.result(Json.write(Nodes.object().with("camera", "not installed").node()));
      return;
    }
    context.result(Json.write(Nodes.object().with("version", version.get()).node()));
  }

  private static void file(Context context) {
    String name = context.pathParam("file");
    String type = TYPES.get(name);
    InputStream pressed =
        type != null && version().filter(context.pathParam("version")::equals).isPresent()
            ? CameraFiles.class.getResourceAsStream("/camera/" + name + ".gz")
            : null;
    if (type == null || pressed == null) {
      context.status(HttpStatus.NOT_FOUND);
      return;
    }
    context.header("Cache-Control", "public, max-age=31536000, immutable");
    context.header("Vary", "Accept-Encoding");
    context.contentType(type);
    context.disableCompression();
    String accepted = context.header("Accept-Encoding");
    if (accepted != null && accepted.contains("gzip")) {
      context.header("Content-Encoding", "gzip");
      context.result(pressed);
    } else {
      context.result(unpressed(pressed));
    }
  }

  private static InputStream unpressed(InputStream pressed) {
    try {
      return new GZIPInputStream(pressed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
