package org.counterpose.app;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.counterpose.guard.Asker;
import org.counterpose.guard.BodyTooLarge;
import org.counterpose.guard.ErrorBodies;
import org.counterpose.guard.ErrorBody;
import org.counterpose.guard.Guard;
import org.counterpose.guard.Refusal;
import org.counterpose.journeys.JourneyErased;
import org.counterpose.journeys.ProgrammeNotHere;
import org.counterpose.store.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of an exception that no room expected: a reference for the one who asked, and the
 * stack trace under that reference in the log.
 */
final class Faults {

  /** Says that it is the clinic that does not do it, and no door on the way to it. */
  private static final String REFUSED = "Clinic-Refused";

  private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

  private final ErrorBodies bodies;
  private final RandomGenerator random = new SecureRandom();

  Faults(ErrorBodies bodies) {
    this.bodies = bodies;
  }

  void add(JavalinConfig config) {
    config.routes.exception(
        HttpResponseException.class,
        (e, ctx) ->
            answer(ctx, Refusal.of(e.getStatus(), why(e.getStatus())))); // 404, 405 and the like
    config.routes.exception(
        BodyTooLarge.class, (e, ctx) -> answer(ctx, Guard.tooLarge(ctx.method().toString())));
    config.routes.exception(
        JourneyErased.class, (e, ctx) -> answer(ctx, Refusal.of(404, "refused.why.erased")));
    config.routes.exception(
        ProgrammeNotHere.class,
        (e, ctx) -> answer(ctx, Refusal.of(409, "refused.why.programme", e.programme())));
    config.routes.exception(
        StoreUnavailable.class,
        (e, ctx) -> {
          LOG.error("The store cannot: {}", e.getMessage(), e);
          answer(ctx, refusal(e.reason()));
        });
    config.routes.exception(Exception.class, (e, ctx) -> unexpected(e, ctx));
    config.router.handlerWrapper(endpoint -> told(endpoint.handler));
    config.router.javaLangErrorHandler((response, error) -> LOG.error("Error", error));
  }

  /** A handler whose errors, such as too deep a nesting, are told like its exceptions. */
  private static Handler told(Handler handler) {
    return ctx -> {
      try {
        handler.handle(ctx);
      } catch (Error e) {
        throw new ErrorInHandler(e);
      }
    };
  }

  /** Carries a Java error to where exceptions are answered. */
  private static final class ErrorInHandler extends RuntimeException {
    private static final long serialVersionUID = 1;

    ErrorInHandler(Error error) {
      super(error);
    }
  }

  private void unexpected(Exception failure, Context ctx) {
    String reference = reference();
    LOG.error("{} {} failed, reference {}", ctx.method(), route(ctx), reference, failure);
    answer(ctx, Refusal.of(500, "refused.why.500", reference));
  }

  private String reference() {
    byte[] bytes = new byte[5];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** The route and not the path: a path may hold the key of somebody's journey. */
  private static String route(Context ctx) {
    try {
      return ctx.endpoint().path;
    } catch (RuntimeException e) {
      return "(no route)";
    }
  }

  /** A person is told what to do; what is wrong with the disk is for who reads the log. */
  private static Refusal refusal(StoreUnavailable.Reason reason) {
    return switch (reason) {
      case BUSY, CLOSED -> Refusal.of(503, "refused.why.store", 0);
      case LINGERS -> Refusal.of(503, "refused.why.lingers");
      case DISK_FULL, READ_ONLY, IN_USE, NEWER, OLDER, OTHER_BUILD, MISSING, DAMAGED, UNREACHABLE ->
          Refusal.of(503, "refused.why.store", 1);
    };
  }

  private static String why(int status) {
    return switch (status) {
      case 404 -> "refused.why.404";
      case 405 -> "refused.why.405";
      default -> LastResort.WHY;
    };
  }

  private void answer(Context ctx, Refusal refusal) {
    ErrorBody body = bodies.tell(Asker.of(ctx.req()), refusal);
    ctx.status(refusal.status())
        .header(REFUSED, "yes")
        .contentType(body.contentType())
        .result(body.text());
  }
}
