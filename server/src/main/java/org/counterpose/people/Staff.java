package org.counterpose.people;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.counterpose.store.AuditLine;
import org.counterpose.store.KeptStaff;

/**
 * Somebody who works at the clinic and is signed in.
 *
 * @param practitioner the calendar that is theirs, by its id in the clinic's settings
 * @param places the places whose persons they may see; none means every place
 */
public record Staff(
    UUID id, String name, Role role, Optional<String> practitioner, Set<String> places) {

  static final String ATTRIBUTE = Staff.class.getName();

  public Staff {
    places = Set.copyOf(places);
  }

  static Staff of(KeptStaff kept) {
    return new Staff(
        kept.id(), kept.name(), Role.valueOf(kept.role()), kept.practitioner(), kept.places());
  }

  /** The staff member whom the guard let in with this request. */
  public static Optional<Staff> of(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof Staff staff
        ? Optional.of(staff)
        : Optional.empty();
  }

  public boolean isAdministrator() {
    return role == Role.ADMINISTRATOR;
  }

  public boolean mayEnter(String place) {
    return places.isEmpty() || places.contains(place);
  }

  /**
   * Whether they may let somebody work at these places, and take that back: within their own. No
   * places at all means every place.
   */
  public boolean mayGive(Set<String> given) {
    return places.isEmpty() || (!given.isEmpty() && places.containsAll(given));
  }

  /** A line of the audit trail about something that they saw or did. */
  public AuditLine line(Instant at, String what, Optional<UUID> journey, String detail) {
    return new AuditLine(at, Optional.of(id), name, what, journey, detail);
  }
}
