package org.counterpose.journey;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.counterpose.app.Served;
import org.counterpose.coach.Coach;
import org.counterpose.coach.Coaches;
import org.counterpose.pose.Frame;
import org.counterpose.pose.Landmark;
import org.counterpose.web.AssetAddresses;

/** The coach as pages have it, in a page of the product; and the same coach here. */
final class CompiledCoach implements AutoCloseable {

  private static final int BODY = Landmark.COUNT * Frame.PER_POINT;

  private static final String WATCH =
      """
      async ({ coach, step, settings }) => {
        const { begin, seen, kind, numbers } = await import(coach);
        const shown = new Float64Array(await (await fetch("/frames")).arrayBuffer());
        if (!begin(step, Float64Array.from(settings))) return null;
        const events = [];
        for (let at = 0; at < shown.length; at += 135) {
          const body = shown[at + 2] === 1 ? shown.slice(at + 3, at + 135) : null;
          const told = seen(body, shown[at + 1], shown[at]);
          for (let i = 0; i < told.length; i += 3) {
            events.push([kind(told[i]), told[i + 1], told[i + 2]]);
          }
        }
        return { events, numbers: Array.from(numbers()) };
      }
      """;

  /** What a coach told of frames: a line for each event, and its figures after the last. */
  record Told(List<String> events, List<Double> numbers) {}

  private final BrowserContext context;
  private final Page page;
  private final String address;
  private byte[] frames = {};

  CompiledCoach(Chromium chromium, Served served) {
    context =
        chromium.browser().newContext(new com.microsoft.playwright.Browser.NewContextOptions());
    page = context.newPage();
    page.navigate(served.address() + "/");
    page.route(
        "**/frames", route -> route.fulfill(new Route.FulfillOptions().setBodyBytes(frames)));
    address = new AssetAddresses().of("js/coach.js");
  }

  /** What it tells in the page. */
  Told told(String step, List<Frame> shown, double... settings) {
    frames = bytes(shown);
    Object answer =
        page.evaluate(WATCH, Map.of("coach", address, "step", step, "settings", listed(settings)));
    if (!(answer instanceof Map<?, ?> told)
        || !(told.get("events") instanceof List<?> events)
        || !(told.get("numbers") instanceof List<?> numbers)) {
      throw new AssertionError("no coach of " + step + " in the page");
    }
    return new Told(
        events.stream().map(CompiledCoach::line).toList(),
        numbers.stream().map(CompiledCoach::number).toList());
  }

  /** What it tells here. */
  static Told toldHere(String step, List<Frame> shown, double... settings) {
    Coach coach = Coaches.of(step, settings).orElseThrow();
    List<String> events = new ArrayList<>();
    for (Frame frame : shown) {
      coach
          .see(frame)
          .forEach(
              event ->
                  events.add(
                      line(
                          List.of(
                              event.kind().named(),
                              event.side().map(Enum::ordinal).orElse(-1),
                              event.millis()))));
    }
    return new Told(events, listed(coach.numbers()));
  }

  /** What the page answers to an expression about the coach; {@code coach} is its module. */
  Object asks(String expression) {
    return page.evaluate(
        "async (coach) => { coach = await import(coach); return " + expression + "; }", address);
  }

  private static String line(Object event) {
    List<?> parts = (List<?>) event;
    return parts.get(0) + " " + number(parts.get(1)).intValue() + " " + number(parts.get(2));
  }

  private static Double number(Object number) {
    return ((Number) number).doubleValue();
  }

  private static List<Double> listed(double... numbers) {
    return java.util.Arrays.stream(numbers).boxed().toList();
  }

  private static byte[] bytes(List<Frame> shown) {
    ByteBuffer bytes =
        ByteBuffer.allocate(shown.size() * (3 + BODY) * Double.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
    for (Frame frame : shown) {
      bytes.putDouble(frame.millis()).putDouble(frame.aspect()).putDouble(frame.hasBody() ? 1 : 0);
      for (int i = 0; i < BODY; i++) {
        bytes.putDouble(frame.hasBody() ? frame.value(i) : 0);
      }
    }
    return bytes.array();
  }

  @Override
  public void close() {
    context.close();
  }
}
