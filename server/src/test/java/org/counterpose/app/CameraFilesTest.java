package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.counterpose.web.CameraFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pose model and its runtime, as a browser asks for them. */
class CameraFilesTest {

  @TempDir Path folder;
  private Served served;

  @BeforeEach
  void start() {
    served = Served.in(folder, SettableClock.at("2026-11-23T12:15:00Z"));
  }

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void which_version_is_here_is_told_and_never_kept() {
    Served.Answer answer = served.get("/camera/parts");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"version\":\"" + version() + "\"}");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }

  @ParameterizedTest
  @CsvSource({
    "vision_bundle.mjs, text/javascript",
    "vision_wasm_module_internal.js, text/javascript",
    "vision_wasm_module_internal.wasm, application/wasm",
    "pose_landmarker_full.task, application/octet-stream"
  })
  void each_part_comes_pressed_with_its_type_and_is_kept_for_ever(String file, String type) {
    Served.Answer answer =
        served.get("/camera/" + version() + "/" + file, "Accept-Encoding", "gzip");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith(type);
    assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(answer.header("Vary")).contains("Accept-Encoding");
    assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
  }

  @Test
  void who_takes_nothing_pressed_gets_it_plain() {
    Served.Answer answer = served.get("/camera/" + version() + "/vision_bundle.mjs");

    assertThat(answer.header("Content-Encoding")).isEmpty();
    assertThat(answer.body()).contains("PoseLandmarker");
  }

  @Test
  void the_model_is_a_zip_whose_networks_lie_where_they_can_be_used() {
    String bundle = served.get("/camera/" + version() + "/pose_landmarker_full.task").body();

    assertThat(bundle)
        .startsWith("PK")
        .contains("pose_detector.tflite", "pose_landmarks_detector.tflite", "TFLITE_METADATA");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0/vision_bundle.mjs",
        "VERSION/version",
        "VERSION/vision_bundle.mjs.gz",
        "VERSION/other.js",
        "VERSION/a/vision_bundle.mjs"
      })
  void what_is_no_part_of_this_version_is_not_there(String path) {
    Served.Answer answer = served.get("/camera/" + path.replace("VERSION", version()));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }

  private static String version() {
    return CameraFiles.version().orElseThrow();
  }
}
