package org.counterpose.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.counterpose.guard.ErrorBody;
import org.counterpose.journeys.EntryIdTaken;
import org.counterpose.practice.Practice;
import org.counterpose.words.Words;

/** Every call of the API, in one place. */
public final class Calls {

  private final Practice practice;

  public Calls(Practice practice) {
    this.practice = practice;
  }

  /** Adds the calls. */
  public void add(RoutesConfig routes) {
    new ProgrammeCalls(practice.library()).add(routes);
    new ScreeningCalls(practice.library()).add(routes);
    new JourneyCalls(practice, Words.load("en")).add(routes);
    new AppointmentCalls(practice).add(routes);
    new HealthCall(practice).add(routes);
    new OpenApiCall().add(routes);
    routes.exception(Rejected.class, Calls::tell);
    routes.exception(
        EntryIdTaken.class, (taken, ctx) -> tell(Rejected.wrong(taken.problems()), ctx));
  }

  private static void tell(Rejected rejected, Context ctx) {
    ErrorBody body = ProblemDocument.of(rejected.refusal(), rejected.problems(), rejected.more());
    ctx.status(rejected.refusal().status()).contentType(body.contentType()).result(body.text());
  }
}
