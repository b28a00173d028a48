package org.counterpose.web;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.counterpose.booking.Clinic;
import org.counterpose.clinic.ClinicList;
import org.counterpose.clinic.Invitations;
import org.counterpose.journeys.Journey;
import org.counterpose.people.Consent;
import org.counterpose.people.Consents;
import org.counterpose.store.AuditLine;
import org.counterpose.store.AuditTrail;
import org.counterpose.store.SqlInvitations;
import org.counterpose.words.Words;

/** A person lets the clinic see their trial, or takes that back; both are recorded. */
public final class Sharing {

  private static final String INVITED = "invited";
  private static final int INVITED_SECONDS = 3 * 60 * 60;
  private static final int LONGEST_NAME = 60;

  private final ClinicList list;
  private final Invitations invitations;
  private final Clinic clinic;
  private final InstantSource clock;
  private final Words words;

  Sharing(
      ClinicList list, Invitations invitations, Clinic clinic, InstantSource clock, Words words) {
    this.list = list;
    this.invitations = invitations;
    this.clinic = clinic;
    this.clock = clock;
    this.words = words;
  }

  /**
   * What the form to share shows.
   *
   * @param invited whether the clinic handed the programme out
   * @param places to choose from; none where there is only one, or the invitation names it
   */
  public record Form(boolean invited, String name, List<Clinic.Place> places) {}

  Form form(Context context) {
    Optional<SqlInvitations.Kept> invitation = invitation(context);
    return new Form(
        invitation.isPresent(),
        Optional.ofNullable(context.formParam("share-name"))
            .or(() -> invitation.flatMap(SqlInvitations.Kept::name))
            .orElse(""),
        invitation.isPresent() || clinic.places().size() < 2 ? List.of() : clinic.places());
  }

  /** The invitation that this device came with, while it can be used. */
  Optional<SqlInvitations.Kept> invitation(Context context) {
    return Optional.ofNullable(context.cookie(INVITED)).flatMap(invitations::find);
  }

  /** What an invitation's secret opens, while it can be used. */
  Optional<SqlInvitations.Kept> opened(String secret) {
    return invitations.find(secret);
  }

  /** This device came with an invitation. */
  void invited(Context context, String secret) {
    context.cookie(Door.cookie(context, INVITED, secret, INVITED_SECONDS));
  }

  boolean isWished(Context context) {
    return "yes".equals(context.formParam("share"));
  }

  /** Shares a journey as the form says; an invitation is used up, shared or not. */
  void begun(Context context, Journey journey) {
    Optional<SqlInvitations.Kept> invitation = invitation(context);
    boolean used = invitation.filter(kept -> invitations.use(kept, journey.id())).isPresent();
    context.cookie(Door.cookie(context, INVITED, "", 0));
    if (isWished(context)) {
      share(context, journey, used ? invitation : Optional.empty());
    }
  }

  /** Shares a journey as the form says. */
  void share(Context context, Journey journey, Optional<SqlInvitations.Kept> invitation) {
    Instant now = clock.instant();
    String place =
        invitation
            .map(SqlInvitations.Kept::place)
            .filter(id -> clinic.place(id).isPresent())
            .or(
                () ->
                    Optional.ofNullable(context.formParam("share-place"))
                        .filter(id -> clinic.place(id).isPresent()))
            .orElseGet(() -> clinic.places().getFirst().id());
    list.share(
        journey,
        place,
        name(context, journey),
        connection -> {
          Consents.giving(journey.id(), Consent.SHARE_WITH_CLINIC, now).on(connection);
          AuditTrail.add(connection, line(journey.id(), "shared", now));
        });
  }

  /** The clinic sees nothing of it any more. */
  void withdraw(UUID journey) {
    Instant now = clock.instant();
    list.withdraw(
        journey,
        connection -> {
          Consents.withdrawing(journey, Consent.SHARE_WITH_CLINIC, now).on(connection);
          AuditTrail.add(connection, line(journey, "unshared", now));
        });
  }

  private AuditLine line(UUID journey, String what, Instant now) {
    return new AuditLine(
        now, Optional.empty(), words.say("audit.person"), what, Optional.of(journey), "");
  }

  /**
   * The name that was given; without one the beginning of the id, which tells the clinic nothing.
   */
  private String name(Context context, Journey journey) {
    return Optional.ofNullable(context.formParam("share-name"))
        .map(String::strip)
        .filter(name -> !name.isEmpty() && name.length() <= LONGEST_NAME)
        .filter(name -> name.chars().noneMatch(Character::isISOControl))
        .orElseGet(
            () ->
                words.say(
                    "share.no-name",
                    journey.id().toString().substring(0, 4).toUpperCase(java.util.Locale.ROOT)));
  }
}
