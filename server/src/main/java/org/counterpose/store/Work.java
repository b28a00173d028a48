package org.counterpose.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Something to do with a connection, inside a transaction that the {@link Database} begins and
 * ends. It neither commits nor keeps the connection, and it is done once or not at all.
 */
@FunctionalInterface
public interface Work<T extends @Nullable Object> {

  T on(Connection connection) throws SQLException;
}
