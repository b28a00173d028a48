package org.counterpose.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import org.counterpose.guard.Guard;

/** Serves the {@link Assets}. */
final class StaticFiles {

  private static final String WORKER = "js/pose-worker.js";

  /** What a browser shows beside whatever names no picture of its own, such as a file. */
  private static final String ICON = "icons/192.png";

  private final Assets assets;

  StaticFiles(Assets assets) {
    this.assets = assets;
  }

  void add(RoutesConfig routes) {
    routes.get("/worker.js", this::worker);
    routes.get(
        "/favicon.ico", context -> answer(context, ICON, "")); // browsers ask without being told
    routes.get(
        "/static/{version}/<path>",
        context -> answer(context, context.pathParam("path"), context.pathParam("version")));
  }

  /**
   * The one service worker. It stands at an address without a version, since a browser asks there
   * whether there is a newer one; each build's is another, and brings the files of its build.
   */
  private void worker(Context context) {
    context.header("Cache-Control", "no-cache");
    context.contentType("text/javascript;charset=utf-8");
    context.result(WorkerScript.of(assets));
  }

  private void answer(Context ctx, String path, String version) {
    Assets.Asset asset = assets.find(path).orElseThrow(() -> new NotFoundResponse("No such file."));
    if (path.equals(WORKER)) {
      Guard.allowWebAssembly(ctx::header); // a worker goes by the policy that it came with
    }
    // An address with an older version is answered too, by a page that was open during an upgrade.
    ctx.header(
        "Cache-Control",
        version.equals(assets.version()) ? "public, max-age=31536000, immutable" : "no-cache");
    ctx.contentType(asset.contentType());
    ctx.disableCompression();
    String accepted = ctx.header("Accept-Encoding");
    if (asset.gzip().isPresent()) {
      ctx.header("Vary", "Accept-Encoding");
      if (accepted != null && accepted.contains("gzip")) {
        ctx.header("Content-Encoding", "gzip");
        ctx.result(asset.gzip().get());
        return;
      }
    }
    ctx.result(asset.bytes());
  }
}
