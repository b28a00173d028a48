package org.counterpose.web;

import io.javalin.config.RoutesConfig;
import org.counterpose.guard.ErrorBody;
import org.counterpose.guard.Refusal;
import org.counterpose.practice.Practice;

/** Every page there is, in one place. */
public final class Pages {

  private final Practice practice;
  private final Assets assets;

  public Pages(Practice practice) {
    this.practice = practice;
    this.assets = Assets.load();
  }

  /** Adds the pages and what they need. */
  public void add(RoutesConfig routes) {
    new StaticFiles(assets).add(routes);
  }

  /** The page that tells a person of a refusal. */
  public ErrorBody tell(Refusal refusal) {
    return new ErrorBody(
        "text/html;charset=utf-8",
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>"
            + refusal.title()
            + "</title><h1>"
            + refusal.title()
            + "</h1><p>"
            + refusal.detail()
            + "</p>");
  }

  Practice practice() {
    return practice;
  }
}
