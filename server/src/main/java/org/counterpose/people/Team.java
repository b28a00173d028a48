package org.counterpose.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.counterpose.store.Also;
import org.counterpose.store.AuditLine;
import org.counterpose.store.AuditTrail;
import org.counterpose.store.Conflict;
import org.counterpose.store.Database;
import org.counterpose.store.KeptStaff;
import org.counterpose.store.SqlPasskeys;
import org.counterpose.store.SqlStaff;
import org.counterpose.store.SqlStaffLinks;

/** The clinic's staff: who they are, how somebody joins by a one-time link, and how one leaves. */
public final class Team {

  /** How long an invitation or a set-up link can be used. */
  public static final Duration LINK_LASTS = Duration.ofHours(72);

  private static final String SET_UP = "set-up";
  private static final String INVITATION = "invitation";

  /** Whom an administrator invites. */
  public record Wish(String name, Role role, Optional<String> practitioner, Set<String> places) {

    public Wish {
      if (name.isBlank()) {
        throw new IllegalArgumentException("an invitation names somebody, got '" + name + "'");
      }
      places = Set.copyOf(places);
    }
  }

  private final Database database;
  private final SqlStaff staff;
  private final SqlStaffLinks links;
  private final InstantSource clock;
  private final RandomGenerator random;

  public Team(Database database, InstantSource clock, RandomGenerator random) {
    this.database = database;
    this.staff = new SqlStaff(database);
    this.links = new SqlStaffLinks(database);
    this.clock = clock;
    this.random = random;
  }

  public Optional<Staff> find(UUID id) {
    return staff.find(id).map(Staff::of);
  }

  /** Everybody, by name. */
  public List<Staff> all() {
    return staff.all().stream().map(Staff::of).toList();
  }

  /** A new link that makes an administrator; the one before it is dead. */
  public Secret setUpLink() {
    Secret secret = Secret.random(random);
    Instant now = clock.instant();
    links.setUp(
        new SqlStaffLinks.Kept(
            secret.hash(),
            SET_UP,
            "",
            Role.ADMINISTRATOR.name(),
            Optional.empty(),
            Set.of(),
            now,
            now.plus(LINK_LASTS)));
    return secret;
  }

  /**
   * A link by which one person can join, at places within those of who invites.
   *
   * @param also what is written in the same transaction, given the secret, such as a letter
   */
  public Secret invite(Staff by, Wish wish, Function<Secret, Also> also) {
    if (!by.mayGive(wish.places())) {
      throw new IllegalArgumentException(
          "whoever works at " + by.places() + " gives no more than that, got " + wish.places());
    }
    Secret secret = Secret.random(random);
    Instant now = clock.instant();
    SqlStaffLinks.Kept link =
        new SqlStaffLinks.Kept(
            secret.hash(),
            INVITATION,
            wish.name(),
            wish.role().name(),
            wish.practitioner(),
            wish.places(),
            now,
            now.plus(LINK_LASTS));
    database.write(
        connection -> {
          SqlStaffLinks.add(connection, link);
          AuditTrail.add(connection, by.line(now, "invited-staff", Optional.empty(), wish.name()));
          also.apply(secret).on(connection);
          return Boolean.TRUE;
        });
    return secret;
  }

  /** The invitations that nobody used yet and that a member of staff could have made. */
  public List<SqlStaffLinks.Kept> invitations(Staff staff) {
    return links.open(clock.instant()).stream()
        .filter(link -> staff.mayGive(link.places()))
        .toList();
  }

  /** Takes an invitation back that they could have made. */
  public void takeBack(Staff by, String hash) {
    if (links.find(hash, clock.instant()).filter(link -> by.mayGive(link.places())).isEmpty()) {
      return;
    }
    database.write(
        connection -> {
          if (SqlStaffLinks.takeBack(connection, hash)) {
            AuditTrail.add(connection, by.line(clock.instant(), "took-back", Optional.empty(), ""));
          }
          return Boolean.TRUE;
        });
  }

  /** What a link's secret opens, while it can be used. */
  public Optional<SqlStaffLinks.Kept> link(String secret) {
    return links.find(new Secret(secret).hash(), clock.instant());
  }

  /**
   * Somebody joins with a link, which is used up by it, and their first passkey. Empty where the
   * link was used before or has ended.
   */
  public Optional<Staff> join(SqlStaffLinks.Kept link, String name, SqlPasskeys.Kept passkey) {
    Instant now = clock.instant();
    KeptStaff joined =
        new KeptStaff(passkey.owner(), name, link.role(), link.practitioner(), link.places());
    try {
      return database.write(
          connection -> {
            if (!SqlStaffLinks.use(connection, link.hash(), now)) {
              return Optional.empty();
            }
            SqlStaff.insert(connection, joined, now);
            SqlPasskeys.add(connection, passkey);
            AuditTrail.add(
                connection,
                new AuditLine(
                    now, Optional.of(joined.id()), name, "joined", Optional.empty(), link.role()));
            return Optional.of(Staff.of(joined));
          });
    } catch (Conflict passkeyTaken) {
      return Optional.empty();
    }
  }

  /** Adds a further passkey of somebody. False where it is kept already. */
  public boolean add(Staff by, SqlPasskeys.Kept passkey) {
    AuditLine line = by.line(clock.instant(), "passkey-added", Optional.empty(), "");
    try {
      return database.write(
          connection -> {
            SqlPasskeys.add(connection, passkey);
            AuditTrail.add(connection, line);
            return Boolean.TRUE;
          });
    } catch (Conflict taken) {
      return false;
    }
  }

  /**
   * Takes somebody out at once, with all passkeys and sessions; the last administrator stays. Who
   * works at more places than the one who removes is not there for them.
   */
  public SqlStaff.Removal remove(Staff by, UUID id) {
    Instant now = clock.instant();
    return find(id)
        .filter(one -> by.mayGive(one.places()))
        .map(
            one ->
                staff.remove(
                    id,
                    now,
                    connection ->
                        AuditTrail.add(
                            connection, by.line(now, "removed", Optional.empty(), one.name()))))
        .orElse(SqlStaff.Removal.NOBODY_THERE);
  }
}
