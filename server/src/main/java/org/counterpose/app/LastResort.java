package org.counterpose.app;

import java.util.Optional;
import org.counterpose.guard.Asker;
import org.counterpose.guard.ErrorBodies;
import org.counterpose.guard.ErrorBody;
import org.counterpose.guard.Guard;
import org.counterpose.guard.Refusal;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Answers what never reached the guard: requests that are no HTTP, addresses that Jetty refuses.
 * The same headers and words as everywhere.
 */
final class LastResort extends ErrorHandler {

  /** Says no more than the title does. */
  static final String WHY = "refused.why.unread";

  private final ErrorBodies bodies;

  LastResort(ErrorBodies bodies) {
    this.bodies = bodies;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus() >= 400 ? response.getStatus() : 500;
    ErrorBody body = bodies.tell(asker(request), Refusal.of(status, WHY));
    Guard.headers().forEach((name, value) -> response.getHeaders().put(name, value));
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, body.contentType());
    Content.Sink.write(response, true, body.text(), callback);
    return true;
  }

  private static Asker asker(Request request) {
    String path = request.getHttpURI().getPath();
    return new Asker(
        path == null ? "/" : path,
        Optional.empty(),
        Optional.ofNullable(request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE)));
  }
}
