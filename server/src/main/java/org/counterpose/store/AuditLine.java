package org.counterpose.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Who saw or changed what.
 *
 * @param staff the staff member; empty where the person or the product did it
 * @param who as the person knows them; {@link #PERSON} and {@link #OPERATOR} stand for themselves
 * @param what such as {@code viewed}, {@code adapted}, {@code overbooked}
 * @param journey whose it was, if anybody's
 * @param detail what else there is to say; no answers, no ratings, no names
 */
public record AuditLine(
    Instant at,
    Optional<UUID> staff,
    String who,
    String what,
    Optional<UUID> journey,
    String detail) {

  /** The person whose trial it is, who has no name here. */
  public static final String PERSON = "person";

  /** Whoever runs the server, by its command line. */
  public static final String OPERATOR = "operator";
}
