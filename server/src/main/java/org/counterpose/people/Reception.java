package org.counterpose.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.counterpose.guard.Access;
import org.counterpose.guard.Doorkeeper;

/** Looks up who is asking, once a request, and says whether they may pass. */
public final class Reception implements Doorkeeper {

  private final Sessions sessions;
  private final Team team;

  public Reception(Sessions sessions, Team team) {
    this.sessions = sessions;
    this.team = team;
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

  private Optional<Staff> staff(HttpServletRequest request) {
    Optional<Staff> staff = sessions.find(request).flatMap(session -> team.find(session.owner()));
    staff.ifPresent(found -> request.setAttribute(Staff.ATTRIBUTE, found));
    return staff;
  }
}
