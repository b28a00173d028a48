package org.counterpose.booking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.counterpose.document.Problems;
import org.counterpose.documents.Documents;

/** Clinics for tests. */
public final class Clinics {

  /** The settings of one with a place in town and one by the lake. */
  public static final String TOWN_AND_LAKE =
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

  private Clinics() {}

  /** The one that ships. */
  public static Clinic shipped() {
    return read(text(Path.of("../settings/clinic.yaml")));
  }

  /** The one that ships, with some of its settings written otherwise. */
  public static Clinic shippedBut(String written, String otherwise) {
    String text = text(Path.of("../settings/clinic.yaml"));
    if (!text.contains(written)) {
      throw new IllegalArgumentException("the shipped settings do not say " + written);
    }
    return read(text.replace(written, otherwise));
  }

  public static Clinic read(String yaml) {
    Problems problems = new Problems();
    Optional<Clinic> clinic =
        Documents.yaml("clinic.yaml", yaml, problems)
            .flatMap(
                node -> new ClinicReader(List.of("en", "es"), new Problems()).read(node, problems));
    return clinic.orElseThrow(() -> new AssertionError(problems.list().toString()));
  }

  static String text(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
