package org.counterpose.people;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.counterpose.practice.Practice;
import org.counterpose.store.Also;
import org.counterpose.store.KeptStaff;

/** Somebody of the clinic who is signed in, made straight in the store. */
public final class SignedIn {

  private SignedIn() {}

  /**
   * The {@code Cookie} header of a practitioner who may see some places, or all where none is
   * named.
   */
  public static String practitioner(Practice practice, String... places) {
    return as(practice, "Dr Kim", Role.PRACTITIONER, places);
  }

  /** The {@code Cookie} header of an administrator. */
  public static String administrator(Practice practice) {
    return as(practice, "Alex Admin", Role.ADMINISTRATOR);
  }

  /** The {@code Cookie} header of somebody with a name and a role. */
  public static String as(Practice practice, String name, Role role, String... places) {
    KeptStaff kept =
        new KeptStaff(UUID.randomUUID(), name, role.name(), Optional.empty(), Set.of(places));
    practice.people().staff().add(kept, practice.clock().instant(), Also.NOTHING);
    Secret secret = practice.people().sessions().begin(kept.id(), new Device("A test"));
    return Sessions.Kind.STAFF.cookie().plain() + "=" + secret.text();
  }
}
