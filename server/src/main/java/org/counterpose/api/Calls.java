package org.counterpose.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.counterpose.guard.Asker;
import org.counterpose.guard.ErrorBody;
import org.counterpose.guard.Refusal;
import org.counterpose.journeys.EntryIdTaken;
import org.counterpose.practice.Practice;

/** Every call of the API, in one place. */
public final class Calls {

  private final Practice practice;
  private final Spoken spoken;

  public Calls(Practice practice) {
    this.practice = practice;
    this.spoken = new Spoken(practice);
  }

  /** Adds the calls. */
  public void add(RoutesConfig routes) {
    new ProgrammeCalls(spoken).add(routes);
    new ScreeningCalls(spoken).add(routes);
    new JourneyCalls(spoken).add(routes);
    new AppointmentCalls(spoken).add(routes);
    new HealthCall(practice).add(routes);
    new OpenApiCall().add(routes);
    routes.exception(Rejected.class, this::tell);
    routes.exception(
        EntryIdTaken.class, (taken, ctx) -> tell(Rejected.wrong(taken.problems()), ctx));
  }

  /** The document that tells a program of a refusal. */
  public ErrorBody tell(Asker asker, Refusal refusal) {
    return ProblemDocument.of(refusal, spoken.words(asker));
  }

  private void tell(Rejected rejected, Context ctx) {
    ErrorBody body = ProblemDocument.of(rejected, spoken.words(ctx));
    ctx.status(rejected.refusal().status()).contentType(body.contentType()).result(body.text());
  }
}
