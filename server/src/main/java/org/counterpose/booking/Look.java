package org.counterpose.booking;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * How the clinic's pages look, and which sites may show its small frame.
 *
 * @param logo a picture in the data folder: {@code logo.svg} or {@code logo.png}
 * @param accent of buttons, as {@code #cf4317}; white on it can be read
 * @param ink of titles and text; it can be read on paper
 * @param frames origins such as {@code https://clinic.example}
 */
public record Look(
    Optional<String> logo, Optional<String> accent, Optional<String> ink, List<URI> frames) {

  /** The look that ships, and no frame anywhere. */
  public static final Look OURS =
      new Look(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

  public Look {
    frames = List.copyOf(frames);
  }
}
