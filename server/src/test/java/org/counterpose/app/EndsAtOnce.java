package org.counterpose.app;

import io.javalin.config.JavalinConfig;
import java.nio.file.Path;
import java.time.InstantSource;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.util.component.LifeCycle;

/**
 * A server that waits for no browser when it ends: one that is not being answered is cut off at
 * once, where the usual one gives it a second.
 */
public final class EndsAtOnce {

  private EndsAtOnce() {}

  public static Served in(Path folder, InstantSource clock, int port) {
    return Served.of(
        Server.open(
            Configuration.forTests(folder, Served.HOME).withPort(port), clock, EndsAtOnce::end));
  }

  static void end(JavalinConfig config) {
    config.jetty.modifyServer(EndsAtOnce::cutOff);
  }

  private static void cutOff(org.eclipse.jetty.server.Server server) {
    server.addEventListener(
        new LifeCycle.Listener() {
          @Override
          public void lifeCycleStarting(LifeCycle starting) {
            for (Connector connector : server.getConnectors()) {
              if (connector instanceof AbstractConnector one) {
                one.setShutdownIdleTimeout(1);
              }
            }
          }
        });
  }
}
