package org.counterpose.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.counterpose.guard.Access;
import org.counterpose.guard.Doorkeeper;
import org.counterpose.journeys.Journeys;

/** Looks up who is asking, once a request, and says whether they may pass. */
public final class Reception implements Doorkeeper {

  private final Sessions sessions;
  private final Sessions personSessions;
  private final KnownDevices knownDevices;
  private final Team team;
  private final Journeys journeys;

  public Reception(People people, Journeys journeys) {
    this.sessions = people.sessions();
    this.personSessions = people.personSessions();
    this.knownDevices = people.knownDevices();
    this.team = people.team();
    this.journeys = journeys;
  }

  @Override
  public Admission admits(HttpServletRequest request, Access access) {
    return switch (access) {
      case EVERYONE, HOLDER, SECRET_LINK -> Admission.ADMITTED;
      case STAFF -> staff(request).map(staff -> Admission.ADMITTED).orElse(Admission.SIGN_IN);
      case ADMINISTRATOR ->
          staff(request)
              .map(staff -> staff.isAdministrator() ? Admission.ADMITTED : Admission.REFUSED)
              .orElse(Admission.SIGN_IN);
    };
  }

  @Override
  public Optional<String> account(HttpServletRequest request) {
    return staff(request)
        .map(staff -> "staff " + staff.id())
        .or(() -> held(request).map(id -> "journey " + id))
        .or(() -> personSessions.find(request).map(session -> "person " + session.owner()))
        .or(() -> knownDevices.find(request).map(device -> "device " + device));
  }

  /** The trial whose key a request carries, if the key fits. */
  private Optional<String> held(HttpServletRequest request) {
    return HeldKey.in(request)
        .filter(held -> journeys.own(held.id(), held.key()).isPresent())
        .map(HeldKey::id);
  }

  private Optional<Staff> staff(HttpServletRequest request) {
    Optional<Staff> staff = sessions.find(request).flatMap(session -> team.find(session.owner()));
    staff.ifPresent(found -> request.setAttribute(Staff.ATTRIBUTE, found));
    return staff;
  }
}
