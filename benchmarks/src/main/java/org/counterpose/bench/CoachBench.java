package org.counterpose.bench;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.counterpose.app.Configuration;
import org.counterpose.app.Server;
import org.counterpose.coach.Coach;
import org.counterpose.coach.Coaches;
import org.counterpose.coach.Side;
import org.counterpose.journeys.Begun;
import org.counterpose.pose.Frame;
import org.counterpose.pose.Landmark;
import org.counterpose.scenes.Filmed;
import org.counterpose.scenes.NeedleScenes;
import org.counterpose.scenes.Scene;

/**
 * What the camera coach costs: a frame here and in the browser against the pose model's, the player
 * against the bare model, the desk mode, and what a page loads before the camera is on. And how
 * well the coach does on made-up scenes.
 */
final class CoachBench implements Measure {

  private static final long SEED = 20261126;
  private static final int ROUNDS = 3;
  private static final int ROUND_SECONDS = 12;
  private static final int DESK_SECONDS = 30;
  private static final int FILM_RATE = 30;
  private static final String STEP = "thread-the-needle";
  private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

  /** Counts what the product's own watch sees a second: worker, coach, overlay and page. */
  private static final String PLAYER =
      """
      async ([folder, seconds]) => {
        const { Watch } = await import(folder + "watch.js");
        let seen = 0;
        const watch = new Watch(document.querySelector("[data-watch]"), {}, {
          step: () => ["thread-the-needle", [2]],
          framesASecond: 60,
          event: () => {},
          seen: () => seen++,
          state: () => {},
        });
        await watch.open();
        while (seen < 5) await new Promise((resolve) => setTimeout(resolve, 50));
        seen = 0;
        const began = performance.now();
        await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
        const rate = (seen * 1000) / (performance.now() - began);
        watch.close("off");
        return rate;
      }
      """;

  /** Counts what the worker gives a second, and nothing else is done. */
  private static final String BARE =
      """
      async ([folder, seconds]) => {
        const { version } = await (await fetch("/camera/parts")).json();
        const stream = await navigator.mediaDevices.getUserMedia({ video: { width: 640, height: 480 } });
        const [track] = stream.getVideoTracks();
        const worker = new Worker(folder + "pose-worker.js", { type: "module" });
        let seen = 0;
        let spent = 0;
        await new Promise((resolve, reject) => {
          worker.onmessage = ({ data }) => {
            if (data.loaded) {
              const { readable } = new MediaStreamTrackProcessor({ track });
              worker.postMessage({ frames: readable, gap: 1 }, [readable]);
            } else if (data.frame) {
              seen++;
              spent += data.frame.age;
              if (seen === 5) resolve();
            } else reject(new Error("the model did not start"));
          };
          worker.postMessage({ load: { parts: new URL("/camera/" + version + "/", location.href).href, people: 1 } });
        });
        seen = 0;
        spent = 0;
        const began = performance.now();
        await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
        const rate = (seen * 1000) / (performance.now() - began);
        worker.terminate();
        track.stop();
        return [rate, spent / seen];
      }
      """;

  /** Microseconds a frame of the compiled coach. */
  private static final String COMPILED =
      """
      async ([folder, base64, rounds]) => {
        const { begin, seen } = await import(folder + "coach.js");
        const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
        const numbers = new Float64Array(bytes.buffer);
        const frames = [];
        for (let at = 0; at < numbers.length; at += 134) {
          frames.push([numbers.slice(at + 2, at + 134), numbers[at + 1], numbers[at]]);
        }
        let best = Infinity;
        for (let round = 0; round < rounds; round++) {
          begin("thread-the-needle", Float64Array.of(2));
          const began = performance.now();
          for (const [body, aspect, millis] of frames) seen(body, aspect, millis);
          best = Math.min(best, (1000 * (performance.now() - began)) / frames.length);
        }
        return best;
      }
      """;

  @Override
  public String name() {
    return "coach";
  }

  @Override
  public String about() {
    return "the camera coach: cost of a frame, of the player, of the desk mode; bytes; accuracy";
  }

  @Override
  public List<Row> run(Path folder) throws Exception {
    List<Row> rows = new ArrayList<>(CoachAccuracy.rows());
    if (!InChromium.isHere()) {
      rows.add(Row.figure("in the browser", "not measured: there is no Chromium here"));
      return rows;
    }
    Path film = folder.resolve("needle.y4m");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(film))) {
      new Filmed(FILM_RATE).needle(Side.RIGHT, out);
    }
    Configuration configuration =
        Configuration.forTests(
            folder.resolve("data"), Path.of(System.getProperty("counterpose.home", "")));
    try (Server server = Server.open(configuration, InstantSource.fixed(NOW));
        InChromium chromium = InChromium.before(film)) {
      Begun.Started trial =
          Sample.begin(
              server.practice().journeys(), server.practice().library().programmes().getFirst());
      String link = "/j/" + trial.journey().id() + "/" + trial.key();
      rows.addAll(inTheBrowser(chromium, "http://127.0.0.1:" + server.port(), link));
    }
    return rows;
  }

  private List<Row> inTheBrowser(InChromium chromium, String origin, String link) throws Exception {
    List<Row> rows = new ArrayList<>();
    try (Page page = chromium.page(origin)) {
      page.setDefaultTimeout(120_000);
      rows.add(firstLoad(page, link));
      String scripts = scripts(page);
      List<Double> player = new ArrayList<>();
      List<Double> bare = new ArrayList<>();
      List<Double> model = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        page.reload();
        player.add(number(page.evaluate(PLAYER, List.of(scripts, ROUND_SECONDS))));
        page.reload();
        List<?> told = (List<?>) page.evaluate(BARE, List.of(scripts, ROUND_SECONDS));
        bare.add(number(told.get(0)));
        model.add(1000 * number(told.get(1)));
      }
      page.reload();
      double compiled =
          number(
              page.evaluate(
                  COMPILED, List.of(scripts, Base64.getEncoder().encodeToString(frames()), 60)));
      double here = here();
      double modelMicros = median(model);
      rows.add(share("coach a frame, on the JVM, against the pose model", here, modelMicros));
      rows.add(share("coach a frame, compiled, against the pose model", compiled, modelMicros));
      rows.add(
          new Row(
              "frames a second, player with coach, against the bare model",
              figure("%.1f", median(player)),
              figure("%.1f", median(bare)),
              figure("%.2f", median(player) / median(bare)),
              ">= 0.95 " + (median(player) / median(bare) >= 0.95 ? "met" : "MISSED")));
      rows.add(desk(page));
    }
    rows.add(size());
    return rows;
  }

  private static Row share(String what, double micros, double of) {
    return new Row(
        what,
        figure("%.2f us", micros),
        figure("%.0f us", of),
        figure("%.5f", micros / of),
        "<= 0.01 " + (micros / of <= 0.01 ? "met" : "MISSED"));
  }

  /** What Today and the player bring on a first visit, before anybody turns the camera on. */
  private static Row firstLoad(Page page, String link) {
    List<Response> responses = new ArrayList<>();
    page.onResponse(responses::add);
    page.navigate(link);
    page.navigate("/step/thread-the-needle/after-work");
    page.waitForLoadState(LoadState.NETWORKIDLE);
    long bytes = 0;
    boolean camera = false;
    for (Response response : responses) {
      bytes += response.request().sizes().responseBodySize;
      camera |= response.url().matches(".*(/camera/|js/camera|js/coach).*");
    }
    return Row.holds(
        "Today and the player, first visit, camera off: nothing of it, "
            + responses.size()
            + " answers",
        figure("%.0f KB", bytes / 1024.0),
        !camera);
  }

  /**
   * Of one core, by all of the browser's processes, more than the same page with the camera off.
   */
  private static Row desk(Page page) throws InterruptedException {
    page.navigate("/desk");
    Thread.sleep(3000);
    double off = InChromium.load(DESK_SECONDS);
    page.locator("[data-watch-button]").click();
    page.locator("[data-watch=watching]").waitFor();
    Thread.sleep(5000);
    double on = InChromium.load(DESK_SECONDS);
    return new Row(
        "processor of the desk mode at 1 frame a second, against the camera off",
        figure("%.0f %% of a core", 100 * on),
        figure("%.0f %%", 100 * off),
        "",
        "");
  }

  private static Row size() throws IOException {
    try (InputStream coach = CoachBench.class.getResourceAsStream("/compiled/coach.js")) {
      if (coach == null) {
        throw new IOException("there is no compiled coach");
      }
      ByteArrayOutputStream pressed = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(pressed)) {
        coach.transferTo(gzip);
      }
      double kilobytes = pressed.size() / 1024.0;
      return new Row(
          "compiled coach, gzipped",
          figure("%.1f KB", kilobytes),
          "",
          "",
          "<= 40 KB " + (kilobytes <= 40 ? "met" : "MISSED"));
    }
  }

  /** Microseconds a frame of the coach on this JVM, warmed up. */
  private static double here() {
    List<Frame> frames = scene().frames();
    double best = Double.POSITIVE_INFINITY;
    for (int round = 0; round < 200; round++) {
      Coach coach = Coaches.of(STEP, 2).orElseThrow();
      long began = System.nanoTime();
      frames.forEach(coach::see);
      best = Math.min(best, (System.nanoTime() - began) / 1000.0 / frames.size());
    }
    return best;
  }

  private static Scene scene() {
    return NeedleScenes.threaded(SEED, 1).getFirst();
  }

  private static byte[] frames() {
    List<Frame> frames = scene().frames().stream().filter(Frame::hasBody).toList();
    int numbers = Landmark.COUNT * Frame.PER_POINT;
    ByteBuffer bytes =
        ByteBuffer.allocate(frames.size() * (numbers + 2) * Double.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
    for (Frame frame : frames) {
      bytes.putDouble(frame.millis()).putDouble(frame.aspect());
      for (int i = 0; i < numbers; i++) {
        bytes.putDouble(frame.value(i));
      }
    }
    return bytes.array();
  }

  /** The folder of the page's scripts, with the version in it. */
  private static String scripts(Page page) {
    return (String)
        page.evaluate(
            "() => document.querySelector('link[rel=stylesheet]').href"
                + ".replace('css/base.css', 'js/')");
  }

  private static double number(Object told) {
    return ((Number) told).doubleValue();
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static String figure(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
