package org.counterpose.guard;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Stands before the whole server, whatever servlet answers: writes the headers that keep a page to
 * itself, refuses posts from other sites, bodies that are too large and more requests than anyone
 * needs. A servlet filter and not a handler of the web library, because those do not see what is
 * mounted beside them.
 */
public final class Guard implements Filter {

  /** The largest body that is read, in bytes. */
  public static final long LARGEST_BODY = 1024 * 1024;

  /** How much of a body that is too large is read away, so that its sender gets to our answer. */
  private static final long DRAIN = 16 * 1024 * 1024;

  /**
   * Only our own origin, no inline script or style, in nobody's frame. Pictures may stand in the
   * page itself (the QR code of the private link).
   */
  private static final String CONTENT_SECURITY_POLICY = contentPolicy("script-src 'self'");

  /** The same for the camera's pages and worker: the pose model runs as WebAssembly. */
  private static final String WITH_WEB_ASSEMBLY =
      contentPolicy("script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'");

  private static final String CONTENT = "Content-Security-Policy";
  private static final String PERMISSIONS = "Permissions-Policy";

  private static final Map<String, String> HEADERS = headers();

  /** Where staff who are not signed in are led. */
  private static final String SIGN_IN = "/staff/sign-in";

  /** Nothings and line ends, which would be written into an answer's headers. */
  private static final Pattern CONTROL = Pattern.compile("%(0|1|7f)");

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private final Set<String> trustedProxies;
  private final Doorkeeper doorkeeper;
  private final Optional<RateLimits> rateLimits;
  private final ErrorBodies bodies;

  /**
   * @param rateLimits empty where they are lifted
   */
  public Guard(
      Set<String> trustedProxies,
      Doorkeeper doorkeeper,
      Optional<RateLimits> rateLimits,
      ErrorBodies bodies) {
    this.doorkeeper = doorkeeper;
    this.trustedProxies = Set.copyOf(trustedProxies);
    this.rateLimits = rateLimits;
    this.bodies = bodies;
  }

  /** The headers of every answer, also of one that never reaches the filter. */
  public static Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(CONTENT, CONTENT_SECURITY_POLICY);
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("X-Frame-Options", "DENY");
    headers.put("Referrer-Policy", "same-origin");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    headers.put(PERMISSIONS, permissions("()", "()"));
    headers.put("Cache-Control", "no-store");
    return headers;
  }

  /** Lets what is answered now run the pose model. */
  public static void allowWebAssembly(BiConsumer<String, String> header) {
    header.accept(CONTENT, WITH_WEB_ASSEMBLY);
  }

  /** Lets the page that is answered now turn on the camera, and run the pose model. */
  public static void allowCamera(BiConsumer<String, String> header) {
    allowWebAssembly(header);
    header.accept(PERMISSIONS, permissions("(self)", "()"));
  }

  /** As {@link #allowCamera}, and lets the page ask how the device is held. */
  public static void allowCameraAndTilt(BiConsumer<String, String> header) {
    allowWebAssembly(header);
    header.accept(PERMISSIONS, permissions("(self)", "(self)"));
  }

  /**
   * Lets these sites show the page in a frame; it holds nothing of anybody. No site at all leaves
   * it in nobody's frame.
   */
  public static void allowFrame(List<URI> sites, HttpServletResponse response) {
    if (sites.isEmpty()) {
      return;
    }
    String ancestors = sites.stream().map(URI::toString).collect(Collectors.joining(" "));
    response.setHeader(
        CONTENT,
        CONTENT_SECURITY_POLICY.replace("frame-ancestors 'none'", "frame-ancestors " + ancestors));
    response.setHeader("X-Frame-Options", null);
    response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
  }

  private static String contentPolicy(String scripts) {
    return "default-src 'none'; "
        + scripts
        + "; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self';"
        + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'";
  }

  private static String permissions(String camera, String tilt) {
    return "accelerometer="
        + tilt
        + ", camera="
        + camera
        + ", geolocation=(), gyroscope="
        + tilt
        + ", magnetometer=(), microphone=(), payment=(), usb=(), screen-wake-lock=(self)";
  }

  @Override
  public void doFilter(ServletRequest anyRequest, ServletResponse anyResponse, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest request = (HttpServletRequest) anyRequest;
    HttpServletResponse response = (HttpServletResponse) anyResponse;
    HEADERS.forEach(response::setHeader);
    Caller caller = Caller.found(request, trustedProxies);
    if (caller.secure()) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000");
    }
    Optional<Refusal> refusal = refusal(request, caller);
    if (refusal.isPresent()) {
      refuse(request, response, refusal.get());
      return;
    }
    if (lets(request, response)) {
      chain.doFilter(new LimitedRequest(request, LARGEST_BODY), response);
      drain(request.getInputStream());
    }
  }

  /** Whether the table lets this request on; otherwise it is answered here. */
  private boolean lets(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = decoded(request.getRequestURI());
    Optional<AccessTable.Line> line = AccessTable.find(request.getMethod(), path);
    if (line.isEmpty()) {
      SortedSet<String> methods = AccessTable.methods(path);
      if (methods.isEmpty()) {
        refuse(request, response, Refusal.of(404, "refused.why.404"));
      } else {
        response.setHeader("Allow", String.join(", ", methods));
        refuse(request, response, Refusal.of(405, "refused.why.405"));
      }
      return false;
    }
    switch (doorkeeper.admits(request, line.get().access())) {
      case ADMITTED -> {
        return true;
      }
      case SIGN_IN -> {
        if (line.get().method().equals("GET")) {
          response.setStatus(303);
          response.setHeader("Location", SIGN_IN + "?next=" + request.getRequestURI());
        } else {
          refuse(request, response, Refusal.of(401, "refused.why.401"));
        }
      }
      case REFUSED -> refuse(request, response, Refusal.of(403, "refused.why.administrators"));
    }
    return false;
  }

  /** A path as the routes understand it. */
  private static String decoded(String path) {
    try {
      return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return path;
    }
  }

  private Optional<Refusal> refusal(HttpServletRequest request, Caller caller) {
    String path = request.getRequestURI();
    if (isTrick(path)) {
      return Optional.of(Refusal.of(400, "refused.why.address"));
    }
    if (!SAFE.contains(request.getMethod()) && isFromElsewhere(request, caller)) {
      return Optional.of(Refusal.of(403, "refused.why.other-site"));
    }
    String type = request.getContentType();
    if (type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
      return Optional.of(Refusal.of(415, "refused.why.files", kept(request.getMethod())));
    }
    if (request.getContentLengthLong() > LARGEST_BODY) {
      return Optional.of(tooLarge(request.getMethod()));
    }
    return rateLimits
        .flatMap(
            limits ->
                limits.wait(
                    request.getMethod(), path, caller.address(), () -> doorkeeper.account(request)))
        .map(Guard::tooMany);
  }

  /** What is said of a body above the limit. */
  public static Refusal tooLarge(String method) {
    return Refusal.of(413, "refused.why.too-large", kept(method));
  }

  /** That nothing was kept is told to those alone who sent something to keep: 1 for them. */
  private static int kept(String method) {
    return SAFE.contains(method) ? 0 : 1;
  }

  private static Refusal tooMany(Duration wait) {
    long seconds = Math.max(1, wait.toSeconds() + (wait.toNanosPart() > 0 ? 1 : 0));
    return new Refusal(
        429, "refused.why.too-many", List.of(seconds), Optional.of(Duration.ofSeconds(seconds)));
  }

  /** Dots, slashes, backslashes and nothings that are written so as to slip past a comparison. */
  private static boolean isTrick(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    return lower.contains("/../")
        || lower.endsWith("/..")
        || lower.contains("/./")
        || lower.endsWith("/.")
        || lower.contains("//")
        || lower.contains("%2e")
        || lower.contains("%2f")
        || lower.contains("%5c")
        || lower.contains("%25")
        || lower.contains("\\")
        || lower.contains(";")
        || CONTROL.matcher(lower).find();
  }

  /**
   * Whether a browser says that another site sent this. Programs say nothing, and carry no cookie
   * that could be abused.
   */
  private static boolean isFromElsewhere(HttpServletRequest request, Caller caller) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return !site.equals("same-origin") && !site.equals("none");
    }
    String origin = request.getHeader("Origin");
    return origin != null && !caller.host().equalsIgnoreCase(authority(origin));
  }

  private static @Nullable String authority(String origin) {
    try {
      return URI.create(origin).getRawAuthority();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
      throws IOException {
    drain(request.getInputStream());
    ErrorBody body = bodies.tell(Asker.of(request), refusal);
    byte[] bytes = body.text().getBytes(StandardCharsets.UTF_8);
    response.setStatus(refusal.status());
    refusal
        .retryAfter()
        .ifPresent(wait -> response.setHeader("Retry-After", String.valueOf(wait.toSeconds())));
    response.setContentType(body.contentType());
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }

  /**
   * Reads away what nobody wanted of a body, up to a bound: left unread, it would end the
   * connection under the next request that uses it.
   */
  private static void drain(InputStream body) throws IOException {
    byte[] buffer = new byte[64 * 1024];
    long left = DRAIN;
    while (left > 0) {
      int read = body.read(buffer);
      if (read < 0) {
        return;
      }
      left -= read;
    }
  }
}
