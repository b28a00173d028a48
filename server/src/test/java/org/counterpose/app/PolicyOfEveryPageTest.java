package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import io.javalin.http.HandlerType;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.counterpose.api.Calls;
import org.counterpose.guard.Guard;
import org.counterpose.practice.Practice;
import org.counterpose.web.AssetAddresses;
import org.counterpose.web.Pages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may turn on the camera: asked of every address that is served, by somebody on a trial. */
class PolicyOfEveryPageTest {

  private static final Set<String> WITH_CAMERA = Set.of("/desk", "/posture", "/step/{step}/{slot}");

  /** What stands in an address, so that there is something to see there. */
  private static final Map<String, String> IN_ADDRESSES =
      Map.of(
          "{programme}", "mid-back",
          "{slug}", "mid-back",
          "{step}", "thread-the-needle",
          "{slot}", "after-work",
          "{service}", "first-visit",
          "<path>", "css/base.css");

  private static final String CONTENT = "Content-Security-Policy";
  private static final String PERMISSIONS = "Permissions-Policy";

  @TempDir Path folder;
  private Served served;
  private String cookie;

  @BeforeEach
  void start() {
    served = Served.in(folder, SettableClock.at("2026-11-23T12:15:00Z"));
    OnTrial person = OnTrial.begun(served);
    String link = "/j/" + person.id() + "/" + person.key();
    cookie = served.send("POST", link, new byte[0]).header("Set-Cookie").split(";")[0];
  }

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void three_pages_may_turn_on_the_camera_and_all_the_others_have_the_policy_to_the_letter() {
    Map<String, Served.Answer> answers = answers();

    assertThat(answers).hasSizeGreaterThan(40);
    assertThat(differing(answers, PERMISSIONS)).isEqualTo(WITH_CAMERA);
    assertThat(differing(answers, CONTENT)).isEqualTo(WITH_CAMERA);
  }

  @Test
  void somebody_on_a_trial_was_really_shown_the_pages_with_the_camera() {
    assertThat(WITH_CAMERA).allMatch(path -> answer(path).status() == 200);
  }

  @Test
  void a_page_with_the_camera_may_run_the_model_and_still_ask_nobody_but_us() {
    String policy = answer("/desk").header(CONTENT);

    assertThat(policy)
        .contains("script-src 'self' 'wasm-unsafe-eval';")
        .contains("worker-src 'self';")
        .contains("default-src 'none';")
        .contains("connect-src 'self';")
        .doesNotContain("'unsafe-eval'", "'unsafe-inline'", "blob:", "http");
  }

  @Test
  void how_the_device_is_held_is_asked_by_the_posture_measure_alone() {
    assertThat(answer("/posture").header(PERMISSIONS))
        .contains("camera=(self)", "accelerometer=(self)", "gyroscope=(self)", "microphone=()");
    assertThat(answer("/desk").header(PERMISSIONS))
        .contains("camera=(self)", "accelerometer=()", "gyroscope=()", "microphone=()");
  }

  @Test
  void of_the_scripts_only_the_worker_of_the_model_may_run_it() {
    AssetAddresses files = new AssetAddresses();

    assertThat(served.get(files.of("js/pose-worker.js")).header(CONTENT)).contains("wasm");
    assertThat(served.get(files.of("js/camera.js")).header(CONTENT)).isEqualTo(usual(CONTENT));
  }

  /** What is answered at each address that a browser may open, by the form of the address. */
  private Map<String, Served.Answer> answers() {
    Practice practice = served.server().practice();
    Javalin everything =
        Javalin.create(
            config -> {
              new Calls(practice).add(config.routes);
              new Pages(practice).add(config.routes);
            });
    Map<String, Served.Answer> answers = new TreeMap<>();
    everything.unsafe.internalRouter.allHttpHandlers().stream()
        .filter(handler -> handler.endpoint.method.equals(HandlerType.GET))
        .map(handler -> handler.endpoint.path)
        .forEach(path -> answers.put(path, answer(path)));
    return answers;
  }

  private Served.Answer answer(String path) {
    return served.get(filled(path), "Cookie", cookie);
  }

  private static String filled(String path) {
    String filled = path;
    for (Map.Entry<String, String> part : IN_ADDRESSES.entrySet()) {
      filled = filled.replace(part.getKey(), part.getValue());
    }
    return filled.replaceAll("\\{\\w+}", "x");
  }

  private static Set<String> differing(Map<String, Served.Answer> answers, String header) {
    return answers.entrySet().stream()
        .filter(answer -> !answer.getValue().header(header).equals(usual(header)))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String usual(String header) {
    return Objects.requireNonNull(Guard.headers().get(header));
  }
}
