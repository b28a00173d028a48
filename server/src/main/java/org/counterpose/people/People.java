package org.counterpose.people;

import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.counterpose.store.AuditTrail;
import org.counterpose.store.Database;
import org.counterpose.store.SqlStaff;

/** Everything about who is asking, wired together. */
public record People(
    SqlStaff staff,
    StaffSessions sessions,
    Consents consents,
    Contacts contacts,
    AuditTrail audit) {

  /**
   * @param random of cryptographic strength
   */
  public static People of(Database database, InstantSource clock, RandomGenerator random) {
    SqlStaff staff = new SqlStaff(database);
    return new People(
        staff,
        new StaffSessions(staff, clock, random),
        new Consents(database),
        new Contacts(database),
        new AuditTrail(database));
  }
}
