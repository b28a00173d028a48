package org.counterpose.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.counterpose.booking.Clinic;
import org.counterpose.guard.Caller;
import org.counterpose.guard.ErrorBody;
import org.counterpose.guard.Refusal;
import org.counterpose.people.PublicAddress;
import org.counterpose.people.Staff;
import org.counterpose.words.Refused;
import org.counterpose.words.Words;

/** Renders templates in the frame that all pages share. */
public final class Layout {

  private static final String HTML = "text/html;charset=utf-8";

  /** After so long a page that may be kept is asked for again. */
  private static final Duration READ_AGAIN = Duration.ofMinutes(5);

  private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
  private final Words words;
  private final Assets assets;
  private final Clinic clinic;
  private final PublicAddress address;

  /** Folders and names of the templates that show something of a programme. */
  private static final Pattern OF_A_PROGRAMME =
      Pattern.compile(
          "(check|trial|setup)/.*|site/(article|articles|learn|safety|aids|invited|embed)\\.jte");

  private final List<String> languages;
  private final boolean signed;
  private final String logoVersion =
      Long.toHexString(
          ProcessHandle.current().info().startInstant().map(at -> at.getEpochSecond()).orElse(0L));

  /**
   * @param languages that there are pages in
   * @param signed whether the programmes are signed with a key that the clinic names
   */
  Layout(
      Words words,
      Assets assets,
      Clinic clinic,
      PublicAddress address,
      List<String> languages,
      boolean signed) {
    this.languages = List.copyOf(languages);
    this.signed = signed;
    this.address = address;
    this.words = words;
    this.assets = assets;
    this.clinic = clinic;
  }

  Words words() {
    return words;
  }

  Clinic clinic() {
    return clinic;
  }

  String clinicName() {
    return clinic.name();
  }

  /** Renders a template; it gets {@code page} beside its own parameters. */
  void render(Context context, String template, String title, Map<String, Object> parameters) {
    render(context, template, page(context, template, title, isOnTrial(context)), parameters);
  }

  void render(Context context, Drawing drawing) {
    if (drawing.fullStop()) {
      renderFullStop(context, drawing.template(), drawing.title(), drawing.parameters());
    } else {
      render(context, drawing.template(), drawing.title(), drawing.parameters());
    }
  }

  /** A page of a trial as it would be shown at that path, for a device that keeps it. */
  String draw(String path, Drawing drawing) {
    Map<String, Object> all = new HashMap<>(drawing.parameters());
    boolean preview = isPreview(drawing.template());
    all.put("page", page(drawing.title(), path, path, !drawing.fullStop(), preview));
    return new String(rendered(drawing.template(), all), StandardCharsets.UTF_8);
  }

  /** Changes with what every page is made of: the static files, and the settings of this start. */
  String edition() {
    return assets.version() + logoVersion;
  }

  /**
   * Renders a page to read. Who holds no trial gets the same as everybody else, and may keep it for
   * a while.
   */
  void renderForAll(
      Context context, String template, String title, Map<String, Object> parameters) {
    if (isOnTrial(context)) {
      render(context, template, title, parameters);
      return;
    }
    Map<String, Object> all = new HashMap<>(parameters);
    all.put("page", page(context, template, title, false));
    context.header("Vary", "Accept-Encoding, Accept-Language, Cookie");
    PublicAnswer.give(context, HTML, rendered(template, all), READ_AGAIN);
  }

  /** Renders a page that is a full stop: no tabs lead on to the trial. */
  void renderFullStop(
      Context context, String template, String title, Map<String, Object> parameters) {
    render(context, template, page(context, template, title, false), parameters);
  }

  private void render(Context context, String template, Page page, Map<String, Object> parameters) {
    Map<String, Object> all = new HashMap<>(parameters);
    all.put("page", page);
    context.contentType(HTML).result(rendered(template, all));
  }

  private static boolean isOnTrial(Context context) {
    return Door.mayHold(context);
  }

  private byte[] rendered(String template, Map<String, Object> parameters) {
    Utf8ByteOutput output = new Utf8ByteOutput();
    engine.render(template, parameters, output);
    return output.toByteArray();
  }

  private Page page(Context context, String template, String title, boolean onTrial) {
    String back = context.method() == HandlerType.GET ? context.path() : "/";
    return page(title, context.path(), back, onTrial, isPreview(template), Plans.of(context));
  }

  private boolean isPreview(String template) {
    return !signed && OF_A_PROGRAMME.matcher(template).matches();
  }

  private Page page(String title, String path, String back, boolean onTrial, boolean preview) {
    return page(title, path, back, onTrial, preview, Optional.empty());
  }

  private Page page(
      String title,
      String path,
      String back,
      boolean onTrial,
      boolean preview,
      Optional<Plans> plans) {
    return new Page(
        title,
        path,
        back,
        onTrial,
        plans,
        preview,
        words,
        languages,
        assets,
        clinic,
        logoVersion,
        address);
  }

  /** Where a page that could not be given leads to. */
  public enum Home {
    START("/", "refused.home"),
    TODAY("/today", "refused.home.today"),
    STAFF("/staff", "refused.home.staff");

    private final String path;
    private final String words;

    Home(String path, String words) {
      this.path = path;
      this.words = words;
    }

    public String path() {
      return path;
    }

    public String words() {
      return words;
    }

    /** By the address alone: whoever asks for one of the clinic's pages is led to the clinic's. */
    static Home of(String path, boolean onTrial) {
      if (path.equals(STAFF.path) || path.startsWith(STAFF.path + "/")) {
        return STAFF;
      }
      return onTrial ? TODAY : START;
    }
  }

  void notFound(Context context) {
    refuse(context, HttpStatus.NOT_FOUND, List.of(nothingHere(Home.of(context.path(), false))));
  }

  private String nothingHere(Home home) {
    return words.say(home == Home.STAFF ? "refused.404.staff" : "refused.404.body");
  }

  /** Tells what is wrong with what was sent; nothing of it was kept. */
  void refuse(Context context, List<String> faults) {
    refuse(context, HttpStatus.UNPROCESSABLE_CONTENT, faults);
  }

  private void refuse(Context context, HttpStatus status, List<String> faults) {
    context.status(status);
    Home home = Home.of(context.path(), isOnTrial(context));
    String heading = Refused.title(words, status.getCode());
    Optional<Staff> staff = Staff.of(context.req());
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("home", home);
    parameters.put("heading", heading);
    parameters.put("faults", faults);
    staff.ifPresent(one -> parameters.put("staff", one));
    // What is not there is answered alike, whatever address was asked for.
    render(
        context,
        staff.isPresent() ? "staff/refused.jte" : "site/refused.jte",
        page(heading, context.path(), home.path(), isOnTrial(context), false),
        parameters);
  }

  /** The page that tells a person of a refusal that was decided before any page was asked. */
  ErrorBody tell(String path, Refusal refusal) {
    String title = Refused.title(words, refusal.status());
    Home home = Home.of(path, false);
    byte[] body =
        rendered(
            "site/refused.jte",
            Map.of(
                "page",
                page(title, "", "/", false, false),
                "home",
                home,
                "heading",
                title,
                "faults",
                List.of(
                    refusal.status() == 404
                        ? nothingHere(home)
                        : words.say(refusal.why(), refusal.told().toArray()))));
    return new ErrorBody(HTML, new String(body, StandardCharsets.UTF_8));
  }

  /** Whether the programmes are signed with a key that the clinic names. */
  boolean isSigned() {
    return signed;
  }

  /** A link for taking along; the path begins with a slash. */
  String link(Context context, String path) {
    return address.shownTo(Caller.of(context.req())) + path;
  }
}
