package org.counterpose.api;

import io.javalin.config.RoutesConfig;
import org.counterpose.practice.Practice;

/** Every call of the API, in one place. */
public final class Calls {

  private final Practice practice;

  public Calls(Practice practice) {
    this.practice = practice;
  }

  /** Adds the calls. */
  public void add(RoutesConfig routes) {
    new HealthCall(practice).add(routes);
  }
}
