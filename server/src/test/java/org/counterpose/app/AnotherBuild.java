package org.counterpose.app;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.regex.Pattern;

/** A server of a build whose static files are others: every address that names a build is new. */
public final class AnotherBuild {

  public static final String VERSION = "another0build";

  private static final Pattern BUILD = Pattern.compile("(/static/|\"version\":\")[0-9a-f]{12}");

  private AnotherBuild() {}

  public static Served in(Path folder, InstantSource clock, int port) {
    return Served.of(
        Server.open(
            Configuration.forTests(folder, Served.HOME).withPort(port),
            clock,
            config -> {
              EndsAtOnce.end(config);
              config.routes.after(AnotherBuild::renamed);
            }));
  }

  private static void renamed(Context context) {
    String type = String.valueOf(context.res().getContentType());
    if (context.path().startsWith("/static/")
        || !type.matches("text/(html|javascript).*|application/json.*")) {
      return;
    }
    String text = context.result();
    if (text != null) {
      context.result(
          BUILD.matcher(text).replaceAll("$1" + VERSION).getBytes(StandardCharsets.UTF_8));
    }
  }
}
