package org.counterpose.app;

import java.util.UUID;
import picocli.CommandLine;

/** Reads the id of a journey from the command line. */
final class JourneyId implements CommandLine.ITypeConverter<UUID> {

  @Override
  public UUID convert(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new CommandLine.TypeConversionException("'" + text + "' is not the id of a journey");
    }
  }
}
