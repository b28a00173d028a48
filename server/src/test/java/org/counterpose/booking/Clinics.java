package org.counterpose.booking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.counterpose.document.Problems;
import org.counterpose.documents.Documents;

/** Clinics for tests. */
public final class Clinics {

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
            .flatMap(node -> ClinicReader.read(node, problems));
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
