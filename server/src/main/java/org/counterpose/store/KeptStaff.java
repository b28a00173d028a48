package org.counterpose.store;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A staff member as they are kept; no places means every place. */
public record KeptStaff(
    UUID id, String name, String role, Optional<String> practitioner, Set<String> places) {

  public KeptStaff {
    places = Set.copyOf(places);
  }
}
