package org.counterpose.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.sql.ResultSet;
import java.sql.Statement;
import org.counterpose.practice.Practice;

/** Whether the store answers; when it does not, the call fails as any other would. */
final class HealthCall {

  private final Practice practice;

  HealthCall(Practice practice) {
    this.practice = practice;
  }

  void add(RoutesConfig routes) {
    routes.get("/api/v1/health", this::answer);
  }

  private void answer(Context ctx) {
    boolean there =
        practice
            .database()
            .read(
                connection -> {
                  try (Statement statement = connection.createStatement();
                      ResultSet row = statement.executeQuery("SELECT count(*) FROM journal")) {
                    return row.next();
                  }
                });
    if (!there) {
      throw new IllegalStateException("counting the journals gave no row");
    }
    ctx.contentType("application/json").result("{\"status\":\"up\"}");
  }
}
