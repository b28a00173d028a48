package org.counterpose.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.counterpose.guard.ErrorBody;
import org.counterpose.journeys.EntryIdTaken;
import org.counterpose.practice.Practice;

/** Every call of the API, in one place. */
public final class Calls {

  private final Practice practice;

  public Calls(Practice practice) {
    this.practice = practice;
  }

  /** Adds the calls. */
  public void add(RoutesConfig routes) {
    Spoken spoken = new Spoken(practice);
    new ProgrammeCalls(spoken).add(routes);
    new ScreeningCalls(spoken).add(routes);
    new JourneyCalls(spoken).add(routes);
    new AppointmentCalls(spoken).add(routes);
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
