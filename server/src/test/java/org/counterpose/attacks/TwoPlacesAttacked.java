package org.counterpose.attacks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.counterpose.app.Configuration;

/** The same with a clinic in town and by the lake. */
abstract class TwoPlacesAttacked extends Attacked {

  private static final String CLINIC =
      """
      format: 1
      name: Two places
      zone: America/New_York
      emergency: Call 911
      booking: {startEveryMinutes: 60, leadMinutes: 120, aheadDays: 60}
      places:
        town: {title: In town}
        lake: {title: By the lake}
      services:
        first-visit: {title: A visit, minutes: 45}
      practitioners:
        kim: {title: Kim, services: [first-visit], places: [town]}
      hours:
        monday: ["08:00-20:00"]
      """;

  @Override
  Configuration configured(Configuration configuration) {
    try {
      Files.writeString(folder.resolve("clinic.yaml"), CLINIC);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return configuration;
  }
}
