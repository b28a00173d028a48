package org.counterpose.app;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.AbstractLifeCycle;

/**
 * Cuts connections whose request does not arrive in time. That a byte comes now and then does not
 * help: the time out of an idle connection alone lets somebody hold every one of them.
 */
final class SlowRequests extends AbstractLifeCycle implements Connection.Listener {

  /** Where a connection stood when it last made progress: whole requests, bytes, and since when. */
  private record Progress(long requests, long bytes, long since) {}

  private final Server server;
  private final long arrives;
  private final Map<Connection, Progress> open = new ConcurrentHashMap<>();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("slow-requests").factory());

  /**
   * @param arrives how long a request may take to arrive
   */
  SlowRequests(Server server, Duration arrives) {
    this.server = server;
    this.arrives = arrives.toNanos();
    long look = Math.max(1, arrives.toMillis() / 6);
    thread.scheduleWithFixedDelay(this::look, look, look, TimeUnit.MILLISECONDS);
  }

  @Override
  protected void doStart() {
    for (Connector connector : server.getConnectors()) {
      connector.addBean(this, false);
    }
  }

  @Override
  public void onOpened(Connection connection) {
    open.put(connection, new Progress(0, 0, System.nanoTime()));
  }

  @Override
  public void onClosed(Connection connection) {
    open.remove(connection);
  }

  private void look() {
    long now = System.nanoTime();
    open.forEach(
        (connection, before) -> {
          long requests = connection.getMessagesIn();
          long bytes = connection.getBytesIn();
          if (requests != before.requests() || bytes == before.bytes()) {
            open.replace(connection, before, new Progress(requests, bytes, now));
          } else if (now - before.since() > arrives) {
            connection.close();
          }
        });
  }

  @Override
  protected void doStop() {
    thread.shutdownNow();
  }
}
