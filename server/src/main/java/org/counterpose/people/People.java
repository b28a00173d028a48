package org.counterpose.people;

import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.counterpose.store.AuditTrail;
import org.counterpose.store.Database;
import org.counterpose.store.SqlStaff;

/** Everything about who is asking, wired together. */
public record People(
    SqlStaff staff,
    Team team,
    Sessions sessions,
    Sessions personSessions,
    KnownDevices knownDevices,
    Passkeys passkeys,
    Accounts accounts,
    Consents consents,
    Contacts contacts,
    AuditTrail audit,
    PublicAddress address) {

  /**
   * @param random of cryptographic strength
   */
  public static People of(
      Database database,
      InstantSource clock,
      RandomGenerator random,
      PublicAddress address,
      String clinic) {
    return new People(
        new SqlStaff(database),
        new Team(database, clock, random),
        new Sessions(Sessions.Kind.STAFF, database, clock, random),
        new Sessions(Sessions.Kind.PERSON, database, clock, random),
        new KnownDevices(database, random),
        new Passkeys(database, clock, random, address, clinic),
        new Accounts(database, clock, random),
        new Consents(database),
        new Contacts(database),
        new AuditTrail(database),
        address);
  }
}
