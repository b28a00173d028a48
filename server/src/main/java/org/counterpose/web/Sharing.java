package org.counterpose.web;

import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.counterpose.booking.Clinic;
import org.counterpose.clinic.ClinicList;
import org.counterpose.clinic.Invitations;
import org.counterpose.guard.OurCookie;
import org.counterpose.journeys.Journey;
import org.counterpose.people.Consent;
import org.counterpose.people.Consents;
import org.counterpose.store.Also;
import org.counterpose.store.SqlInvitations;

/** A person lets the clinic see their trial, or takes that back; both are recorded. */
public final class Sharing {

  private static final OurCookie INVITED = new OurCookie("invited");
  private static final String PLACE = "share-place";
  private static final int INVITED_SECONDS = 3 * 60 * 60;
  private static final int LONGEST_NAME = 60;

  private final ClinicList list;
  private final Invitations invitations;
  private final Clinic clinic;
  private final InstantSource clock;
  private final PersonsTrail trail;

  Sharing(ClinicList list, Invitations invitations, Clinic clinic, InstantSource clock) {
    this.list = list;
    this.invitations = invitations;
    this.clinic = clinic;
    this.clock = clock;
    this.trail = new PersonsTrail(clock);
  }

  /**
   * What the form to share shows.
   *
   * @param invited whether the clinic handed the programme out
   * @param places to choose from; none where there is only one, or the invitation names it
   * @param place what was chosen before
   * @param wrong why it was not shared; empty where nothing was sent yet
   */
  public record Form(
      boolean invited,
      boolean shares,
      String name,
      List<Clinic.Place> places,
      String place,
      String wrong) {}

  /**
   * What a person says of letting the clinic see the trial.
   *
   * @param invitation what is used up by it, shared or not
   * @param place where they go; empty where they did not say, or there is no such place
   * @param name empty where they gave none
   */
  record Wish(
      boolean shares,
      Optional<SqlInvitations.Kept> invitation,
      Optional<String> place,
      Optional<String> name) {

    /** Whether it can be done: nobody is shared with a place that they did not choose. */
    boolean isComplete() {
      return !shares || place.isPresent();
    }
  }

  Wish wish(Context context) {
    Optional<SqlInvitations.Kept> invitation = invitation(context);
    return new Wish(
        "yes".equals(context.formParam("share")),
        invitation,
        invitation.flatMap(this::place).or(() -> chosen(context)),
        name(context));
  }

  /** The place that an invitation names, while the clinic has it. */
  private Optional<String> place(SqlInvitations.Kept invitation) {
    return clinic.place(invitation.place()).map(Clinic.Place::id);
  }

  private Optional<String> chosen(Context context) {
    String chosen = context.formParam(PLACE);
    return chosen == null && clinic.places().size() == 1
        ? Optional.of(clinic.places().getFirst().id())
        : Optional.ofNullable(chosen).flatMap(clinic::place).map(Clinic.Place::id);
  }

  Form form(Context context) {
    return form(context, "");
  }

  Form form(Context context, String wrong) {
    Optional<SqlInvitations.Kept> invitation = invitation(context);
    boolean known = invitation.flatMap(this::place).isPresent() || clinic.places().size() < 2;
    return new Form(
        invitation.isPresent(),
        "yes".equals(context.formParam("share")),
        Optional.ofNullable(context.formParam("share-name"))
            .or(() -> invitation.flatMap(SqlInvitations.Kept::name))
            .orElse(""),
        known ? List.of() : clinic.places(),
        Optional.ofNullable(context.formParam(PLACE)).orElse(""),
        wrong);
  }

  /** The invitation that this device came with, while it can be used. */
  Optional<SqlInvitations.Kept> invitation(Context context) {
    return INVITED.in(context.req()).flatMap(invitations::find);
  }

  /** What an invitation's secret opens, while it can be used. */
  Optional<SqlInvitations.Kept> opened(String secret) {
    return invitations.find(secret);
  }

  /** Whether this device came with an invitation before. */
  boolean cameWith(Context context, String secret) {
    return INVITED.in(context.req()).filter(secret::equals).isPresent();
  }

  /** This device came with an invitation. */
  void invited(Context context, String secret) {
    context.cookie(Door.cookie(context, INVITED, secret, INVITED_SECONDS));
  }

  /** What this device came with is used up. */
  void forgetInvitation(Context context) {
    context.cookie(Door.cookie(context, INVITED, "", 0));
  }

  /** What a wish does to a journey that begins, to be written with its beginning. */
  Also beginning(Wish wish, Journey journey) {
    Also used = using(wish, journey);
    if (!wish.shares()) {
      return used;
    }
    Also listed = list.sharing(journey, wish.place().orElseThrow(), wish.name().orElse(""));
    Also agreed = agreed(journey);
    return connection -> {
      used.on(connection);
      listed.on(connection);
      agreed.on(connection);
    };
  }

  /** Shares a journey that began before. */
  void share(Wish wish, Journey journey) {
    Also used = using(wish, journey);
    Also agreed = agreed(journey);
    list.share(
        journey,
        wish.place().orElseThrow(),
        wish.name().orElse(""),
        connection -> {
          used.on(connection);
          agreed.on(connection);
        });
  }

  private static Also using(Wish wish, Journey journey) {
    return wish.invitation()
        .map(invitation -> Invitations.using(invitation, journey.id()))
        .orElse(Also.NOTHING);
  }

  private Also agreed(Journey journey) {
    Also consent = Consents.giving(journey.id(), Consent.SHARE_WITH_CLINIC, clock.instant());
    Also shared = trail.line("shared", journey.id());
    return connection -> {
      consent.on(connection);
      shared.on(connection);
    };
  }

  /** The clinic sees nothing of it any more. */
  void withdraw(UUID journey) {
    Also consent = Consents.withdrawing(journey, Consent.SHARE_WITH_CLINIC, clock.instant());
    Also unshared = trail.line("unshared", journey);
    list.withdraw(
        journey,
        connection -> {
          consent.on(connection);
          unshared.on(connection);
        });
  }

  private static Optional<String> name(Context context) {
    return Optional.ofNullable(context.formParam("share-name"))
        .map(String::strip)
        .filter(name -> !name.isEmpty() && name.length() <= LONGEST_NAME)
        .filter(name -> name.chars().noneMatch(Character::isISOControl));
  }
}
