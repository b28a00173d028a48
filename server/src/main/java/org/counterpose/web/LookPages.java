package org.counterpose.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.counterpose.booking.Clinic;
import org.counterpose.booking.Look;
import org.counterpose.guard.Guard;
import org.counterpose.library.Library;
import org.counterpose.programme.Programme;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The clinic's own colours and logo, and the small frame for its website. */
final class LookPages {

  private static final Logger LOG = LoggerFactory.getLogger(LookPages.class);
  private static final long LARGEST_LOGO = 300 * 1024;
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private final Clinic clinic;
  private final Path folder;
  private final Library library;
  private final Layout layout;

  /**
   * @param folder the data folder, which holds the logo
   */
  LookPages(Clinic clinic, Path folder, Library library, Layout layout) {
    this.clinic = clinic;
    this.folder = folder;
    this.library = library;
    this.layout = layout;
  }

  void add(Routes routes) {
    OfProgramme programmes = new OfProgramme(library, layout);
    routes.get("/look/{version}/look.css", this::css);
    routes.get("/look/{version}/logo", this::logo);
    routes.get("/embed/{programme}", programmes.on(this::embed));
  }

  private void css(Context context) {
    context.header("Cache-Control", FOR_EVER);
    context.contentType("text/css;charset=utf-8").result(css(clinic.look()));
  }

  /** The clinic's colours in place of ours; they were checked when the settings were read. */
  static String css(Look look) {
    StringBuilder css = new StringBuilder();
    look.accent()
        .ifPresent(
            accent ->
                css.append(":root{--spine:")
                    .append(accent)
                    .append("}.button.primary:hover{background:")
                    .append(accent)
                    .append(";filter:brightness(.9)}"));
    look.ink().ifPresent(ink -> css.append(":root{--ink:").append(ink).append("}"));
    return css.toString();
  }

  /** The logo is shown as a picture alone: nothing in it runs or loads anything. */
  private void logo(Context context) {
    String file = clinic.look().logo().orElse("");
    Path logo = folder.resolve(file);
    try {
      if (file.isEmpty() || !Files.isRegularFile(logo) || Files.size(logo) > LARGEST_LOGO) {
        LOG.warn("the logo is not in the data folder, or is larger than 300 KB");
        layout.notFound(context);
        return;
      }
      context.header("Content-Security-Policy", "default-src 'none'; sandbox");
      context.header("Cache-Control", FOR_EVER);
      context
          .contentType(file.endsWith(".svg") ? "image/svg+xml" : "image/png")
          .result(Files.readAllBytes(logo));
    } catch (IOException e) {
      LOG.warn("the logo cannot be read: {}", e.getMessage());
      layout.notFound(context);
    }
  }

  /** A few words and a way to the check; it reads no cookie and knows nobody. */
  private void embed(Context context, Programme programme) {
    Guard.allowFrame(clinic.look().frames(), context.res());
    layout.renderFullStop(
        context,
        "site/embed.jte",
        programme.text("programme.title"),
        Map.of(
            "programme",
            programme,
            "address",
            layout.link(context, "/programmes/" + programme.id() + "/check")));
  }
}
