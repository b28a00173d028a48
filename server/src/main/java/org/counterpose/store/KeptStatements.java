package org.counterpose.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A connection that prepares each statement once: SQLite's driver would read the same SQL anew each
 * time, which costs more than running it. Closing a statement puts it back. For one thread at a
 * time, as the connection itself.
 */
final class KeptStatements implements InvocationHandler {

  private final Connection connection;
  private final Map<String, Kept> kept = new HashMap<>();

  private KeptStatements(Connection connection) {
    this.connection = connection;
  }

  static Connection over(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            KeptStatements.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            new KeptStatements(connection));
  }

  @Override
  public @Nullable Object invoke(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    if (method.getName().equals("prepareStatement")
        && arguments != null
        && arguments.length == 1
        && arguments[0] instanceof String sql) {
      Kept statement = kept.get(sql);
      if (statement == null) {
        statement = new Kept(connection.prepareStatement(sql));
        kept.put(sql, statement);
      } else if (statement.lent) {
        return connection.prepareStatement(sql); // The same SQL within itself: one of its own.
      }
      statement.lent = true;
      return statement.proxy;
    }
    return called(connection, method, arguments);
  }

  private static @Nullable Object called(
      Object target, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  /** A statement that is put back instead of closed. */
  private static final class Kept implements InvocationHandler {

    private final PreparedStatement statement;
    private final PreparedStatement proxy;
    private boolean lent;

    Kept(PreparedStatement statement) {
      this.statement = statement;
      this.proxy =
          (PreparedStatement)
              Proxy.newProxyInstance(
                  KeptStatements.class.getClassLoader(),
                  new Class<?>[] {PreparedStatement.class},
                  this);
    }

    @Override
    public @Nullable Object invoke(
        Object proxied, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
      if (method.getName().equals("close")) {
        lent = false;
        statement.clearParameters();
        return null;
      }
      return called(statement, method, arguments);
    }
  }
}
