package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which answers may turn on a camera or run the pose model: those that need it, and no other. */
class CameraPolicyTest {

  private static final String POLICY = "Content-Security-Policy";
  private static final String PERMISSIONS = "Permissions-Policy";

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

  @ParameterizedTest
  @ValueSource(strings = {"/step/thread-the-needle/after-work", "/desk"})
  void the_camera_pages_may_use_the_camera_and_the_model(String path) {
    Served.Answer answer = served.get(path);
    assertThat(answer.header(POLICY)).contains("script-src 'self' 'wasm-unsafe-eval';");
    assertThat(answer.header(PERMISSIONS)).contains("camera=(self)", "accelerometer=()");
  }

  @Test
  void the_posture_page_may_also_ask_how_the_device_is_held() {
    assertThat(served.get("/posture").header(PERMISSIONS))
        .contains("camera=(self)", "accelerometer=(self)", "gyroscope=(self)", "microphone=()");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/today",
        "/progress",
        "/verdict",
        "/aids",
        "/book",
        "/keep",
        "/forget",
        "/check",
        "/safety",
        "/learn/mid-back/rolled-towel",
        "/camera/parts",
        "/api/v1/health",
        "/nowhere",
        "/figures/mid-back/rolled-towel.svg",
        "/step/rolled-towel/morning/stop"
      })
  void everything_else_may_not(String path) {
    Served.Answer answer = served.get(path);
    assertThat(answer.header(POLICY)).contains("script-src 'self';").doesNotContain("wasm");
    assertThat(answer.header(PERMISSIONS)).contains("camera=()", "accelerometer=()");
  }

  @Test
  void no_answer_lets_a_page_reach_another_server() {
    for (String path : List.of("/desk", "/posture", "/today", "/")) {
      assertThat(served.get(path).header(POLICY))
          .contains("default-src 'none'", "connect-src 'self'")
          .doesNotContain("unsafe-inline", "'unsafe-eval'", "http:", "https:");
    }
  }

  @Test
  void the_parts_are_served_under_their_version_alone() {
    Served.Answer parts = served.get("/camera/parts");
    assertThat(parts.status()).isEqualTo(200);
    String version = parts.body().replaceAll(".*\"version\":\"([^\"]+)\".*", "$1");
    Served.Answer runtime = served.get("/camera/" + version + "/vision_bundle.mjs");
    assertThat(runtime.status()).isEqualTo(200);
    assertThat(runtime.header("Cache-Control")).contains("immutable");
    assertThat(served.get("/camera/0.0.0/vision_bundle.mjs").status()).isEqualTo(404);
    assertThat(served.get("/camera/" + version + "/version").status()).isEqualTo(404);
  }
}
