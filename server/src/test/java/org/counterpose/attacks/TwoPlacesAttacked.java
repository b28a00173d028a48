package org.counterpose.attacks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.counterpose.app.Configuration;
import org.counterpose.booking.Clinics;

/** The same with a clinic in town and by the lake. */
abstract class TwoPlacesAttacked extends Attacked {

  @Override
  Configuration configured(Configuration configuration) {
    try {
      Files.writeString(folder.resolve("clinic.yaml"), Clinics.TOWN_AND_LAKE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return configuration;
  }
}
