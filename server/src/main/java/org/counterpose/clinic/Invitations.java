package org.counterpose.clinic;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.counterpose.people.Secret;
import org.counterpose.people.Staff;
import org.counterpose.store.Also;
import org.counterpose.store.AuditLine;
import org.counterpose.store.AuditTrail;
import org.counterpose.store.SqlInvitations;

/** Programmes handed to persons: a link that begins the check for them, and can be used once. */
public final class Invitations {

  /** A card lies about before somebody begins; our own choice. */
  public static final Duration GOOD_FOR = Duration.ofDays(30);

  private final SqlInvitations store;
  private final InstantSource clock;
  private final Supplier<UUID> ids;
  private final RandomGenerator random;

  /**
   * @param random of cryptographic strength: what it gives opens the invitation
   */
  public Invitations(
      SqlInvitations store, InstantSource clock, Supplier<UUID> ids, RandomGenerator random) {
    this.store = store;
    this.clock = clock;
    this.ids = ids;
    this.random = random;
  }

  /**
   * What is handed out, and to whom.
   *
   * @param language that they read
   */
  public record Wish(
      String programme,
      String place,
      String language,
      Optional<String> name,
      Optional<String> email) {}

  /**
   * Hands out a programme.
   *
   * @param also what is written in the same transaction, given the secret of the link
   * @return the secret of the link, which nobody else knows
   */
  public Secret hand(Wish wish, Staff by, Function<Secret, Also> also) {
    Secret secret = Secret.random(random);
    Instant now = clock.instant();
    store.add(
        new SqlInvitations.Kept(
            ids.get(),
            secret.hash(),
            wish.place(),
            wish.programme(),
            wish.language(),
            wish.name(),
            wish.email(),
            by.name(),
            now,
            now.plus(GOOD_FOR),
            Optional.empty()),
        connection -> {
          AuditTrail.add(connection, by.line(now, "invited", Optional.empty(), wish.programme()));
          also.apply(secret).on(connection);
        });
    return secret;
  }

  /** The invitation that a secret opens, while it can be used. */
  public Optional<SqlInvitations.Kept> find(String secret) {
    return store
        .find(new Secret(secret).hash())
        .filter(kept -> kept.journey().isEmpty())
        .filter(kept -> kept.endsAt().isAfter(clock.instant()));
  }

  /**
   * Uses an invitation up for a trial, to be written with its beginning. Who handed it out, and
   * when, stands in the trail from then on. Throws {@link InvitationUsed} where another trial was
   * first.
   */
  public static Also using(SqlInvitations.Kept invitation, UUID journey) {
    AuditLine handed =
        new AuditLine(
            invitation.madeAt(),
            Optional.empty(),
            invitation.by(),
            "invited",
            Optional.of(journey),
            invitation.programme());
    return connection -> {
      if (!SqlInvitations.use(connection, invitation.id(), journey)) {
        throw new InvitationUsed(invitation.id());
      }
      AuditTrail.add(connection, handed);
    };
  }

  /** The latest ones that a member of staff may see, newest first. */
  public List<SqlInvitations.Kept> latest(Staff staff, int limit) {
    return store.latest(staff.places(), limit);
  }
}
