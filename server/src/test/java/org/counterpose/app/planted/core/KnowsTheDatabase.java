package org.counterpose.app.planted.core;

import java.sql.Connection;

/** Knows a database, which the core must not. */
record KnowsTheDatabase(Connection connection) {}
