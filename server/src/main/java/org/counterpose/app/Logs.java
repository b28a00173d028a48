package org.counterpose.app;

import java.util.logging.Level;
import java.util.logging.Logger;

/** How the log looks: a line an event on standard error, with stack traces and nowhere else. */
final class Logs {

  // The JDK holds its loggers weakly; a level set on one that is let go is lost.
  private static final Logger ROOT = Logger.getLogger("");
  private static final Logger JETTY = Logger.getLogger("org.eclipse.jetty");
  private static final Logger JAVALIN = Logger.getLogger("io.javalin");
  private static final Logger ICAL4J = Logger.getLogger("net.fortuna.ical4j");
  private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

  /** Says of a start that failed what the exception says that is thrown as well. */
  private static final Logger JAVALIN_START = Logger.getLogger("io.javalin.Javalin");

  private static final String TOLD_BY_US = "Failed to start Javalin";

  private Logs() {}

  static void set() {
    System.setProperty(
        "java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT%1$tz %4$s %3$s: %5$s%6$s%n");
    ROOT.setLevel(Level.INFO);
    JETTY.setLevel(Level.WARNING);
    JAVALIN.setLevel(Level.WARNING);
    ICAL4J.setLevel(Level.WARNING);
    JAVALIN_START.setFilter(line -> !TOLD_BY_US.equals(line.getMessage()));
    FLYWAY.setLevel(Level.WARNING);
  }
}
