package org.counterpose.app;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
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

  private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

  private final ErrorBodies bodies;
  private final RandomGenerator random = new SecureRandom();

  Faults(ErrorBodies bodies) {
    this.bodies = bodies;
  }

  void add(JavalinConfig config) {
    config.routes.exception(
        HttpResponseException.class,
        (e, ctx) -> answer(ctx, Refusal.of(e.getStatus(), words(e)))); // 404, 405 and the like
    config.routes.exception(
        BodyTooLarge.class, (e, ctx) -> answer(ctx, Guard.tooLarge(ctx.method().toString())));
    config.routes.exception(
        JourneyErased.class,
        (e, ctx) -> answer(ctx, Refusal.of(404, "What was kept here has been erased.")));
    config.routes.exception(
        ProgrammeNotHere.class,
        (e, ctx) -> answer(ctx, Refusal.of(409, String.valueOf(e.getMessage()))));
    config.routes.exception(
        StoreUnavailable.class,
        (e, ctx) -> {
          LOG.error("The store cannot: {}", e.getMessage(), e);
          answer(ctx, Refusal.of(503, String.valueOf(e.getMessage())));
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
    answer(
        ctx,
        Refusal.of(
            500, "Something went wrong on our side. Tell the clinic this reference: " + reference));
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

  private static String words(HttpResponseException e) {
    return switch (e.getStatus()) {
      case 404 -> "There is nothing at this address.";
      case 405 -> "This address does not take that method.";
      default -> Refusal.titleOf(e.getStatus()) + ".";
    };
  }

  private void answer(Context ctx, Refusal refusal) {
    ErrorBody body = bodies.tell(ctx.path(), refusal);
    ctx.status(refusal.status()).contentType(body.contentType()).result(body.text());
  }
}
