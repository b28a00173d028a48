package org.counterpose.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.counterpose.guard.Caller;
import org.counterpose.guard.OurCookie;
import org.counterpose.journeys.Journey;
import org.counterpose.journeys.Journeys;
import org.counterpose.journeys.Owned;
import org.counterpose.journeys.ProgrammeNotHere;
import org.counterpose.people.Accounts;
import org.counterpose.people.HeldKey;
import org.counterpose.people.PublicAddress;
import org.counterpose.people.Sessions;
import org.counterpose.store.SqlAccounts;
import org.counterpose.store.SqlSessions;

/** How a device holds its trial: a cookie with the journey's id and key, and nothing else. */
final class Door {

  /** Which of several trials of an account; it opens nothing by itself. */
  private static final String CHOSEN = "trial";

  /** What an answer has read of somebody's other trials, by the one that it shows. */
  private static final String OTHERS = "others of ";

  /** Where a private link says so, it leads to the page on which a trial is kept. */
  static final String TO_KEEP = "keep";

  private static final int KEPT_SECONDS = (int) Duration.ofDays(180).toSeconds();

  private final Journeys journeys;
  private final Sessions sessions;
  private final Accounts accounts;
  private final PublicAddress address;

  Door(Journeys journeys, Sessions sessions, Accounts accounts, PublicAddress address) {
    this.address = address;
    this.journeys = journeys;
    this.sessions = sessions;
    this.accounts = accounts;
  }

  /** The trial of this device; empty where there is none or its key does not fit (any more). */
  Optional<Journey> journey(Context context) {
    return held(context)
        .flatMap(held -> journeys.open(held.id(), held.key()))
        .or(() -> signedIn(context).flatMap(journeys::shared));
  }

  /** The trial of that id, where this device opens it: by its key, or signed in to its account. */
  Optional<Journey> journey(Context context, UUID id) {
    return held(context)
        .filter(held -> held.id().equals(id.toString()))
        .flatMap(held -> journeys.open(held.id(), held.key()))
        .or(() -> theirs(context).filter(id::equals).findFirst().flatMap(journeys::shared));
  }

  /** The trials of the account that this device is signed in to, the latest first. */
  private Stream<UUID> theirs(Context context) {
    return account(context).map(accounts::trials).orElse(List.of()).stream()
        .map(SqlAccounts.Trial::journey);
  }

  /** The trial of this device where it can go on: for pages that only make use of one. */
  Optional<Journey> journeyIfItGoesOn(Context context) {
    try {
      return journey(context);
    } catch (ProgrammeNotHere e) {
      return Optional.empty();
    }
  }

  /** The trial of this device, whether it can go on or not: to keep its link or to erase it. */
  Optional<Owned> owned(Context context) {
    return held(context)
        .flatMap(held -> journeys.own(held.id(), held.key()))
        .or(() -> signedIn(context).map(Owned::new));
  }

  /** The trial whose key this device holds; empty where it is only signed in. */
  Optional<HeldKey> heldAndFits(Context context) {
    return held(context).filter(held -> journeys.own(held.id(), held.key()).isPresent());
  }

  /** The account that this device is signed in to. */
  Optional<UUID> account(Context context) {
    return sessions.find(context.req()).map(SqlSessions.Session::owner);
  }

  /** Of the account that this device is signed in to, the trial that was chosen, or the latest. */
  private Optional<UUID> signedIn(Context context) {
    List<UUID> theirs = theirs(context).toList();
    return Optional.ofNullable(context.cookie(CHOSEN))
        .flatMap(Ids::read)
        .filter(theirs::contains)
        .or(() -> theirs.stream().findFirst());
  }

  /** The other trials of whoever's trial this device shows, where it is signed in to both. */
  List<Journey> others(Context context, Journey shown) {
    String known = OTHERS + shown.id();
    List<Journey> others = context.attribute(known);
    if (others == null) {
      others = readOthers(context, shown);
      context.attribute(known, others);
    }
    return others;
  }

  /** Has the page that answers name the plans of who has several. */
  void tellPlans(Context context) {
    journeyIfItGoesOn(context).ifPresent(open -> Plans.tell(context, open, others(context, open)));
  }

  private List<Journey> readOthers(Context context, Journey shown) {
    List<UUID> theirs = theirs(context).toList();
    return theirs.contains(shown.id())
        ? theirs.stream()
            .filter(id -> !id.equals(shown.id()))
            .flatMap(id -> ifItGoesOn(id).stream())
            .toList()
        : List.of();
  }

  private Optional<Journey> ifItGoesOn(UUID id) {
    try {
      return journeys.shared(id);
    } catch (ProgrammeNotHere e) {
      return Optional.empty();
    }
  }

  /** From now on this device shows that trial of the account it is signed in to. */
  void choose(Context context, UUID journey) {
    context.cookie(cookie(context, HeldKey.COOKIE, "", 0));
    context.cookie(cookie(context, CHOSEN, journey.toString(), KEPT_SECONDS));
  }

  /** Whether a device shows a trial that is not known here: it was erased, or is kept elsewhere. */
  boolean holdsUnknown(Context context) {
    return HeldKey.COOKIE.in(context.req()).isPresent() && owned(context).isEmpty();
  }

  /** Whether a trial opens on this device, whether it can go on or not. */
  boolean opens(Context context) {
    return mayHold(context) && owned(context).isPresent();
  }

  /** Leads a device for which no trial opens to where it is told why, or where to sign in. */
  void leadAway(Context context) {
    context.redirect(holdsUnknown(context) ? "/leave" : "/", HttpStatus.SEE_OTHER);
  }

  /** Whether a device may hold a trial: by its key or by being signed in. */
  static boolean mayHold(Context context) {
    return HeldKey.COOKIE.in(context.req()).isPresent()
        || Sessions.Kind.PERSON.cookie().in(context.req()).isPresent();
  }

  /** What the cookie holds, whether it opens anything or not. */
  Optional<HeldKey> held(Context context) {
    return HeldKey.in(context.req());
  }

  void hold(Context context, HeldKey held) {
    context.cookie(cookie(context, HeldKey.COOKIE, held.written(), KEPT_SECONDS));
  }

  /** The private link that opens what is held. */
  String link(Context context, HeldKey held) {
    return address.shownTo(Caller.of(context.req())) + path(held);
  }

  /**
   * The private link at the one address where passkeys are made, on to the page that makes them.
   */
  String linkForPasskeys(HeldKey held) {
    return address.get() + path(held) + "?" + TO_KEEP;
  }

  private static String path(HeldKey held) {
    return "/j/" + held.id() + "/" + held.key();
  }

  /** From now on this device names no trial. */
  void letGo(Context context) {
    context.cookie(cookie(context, HeldKey.COOKIE, "", 0));
    context.cookie(cookie(context, CHOSEN, "", 0));
  }

  /** A cookie that no script reads and no other site sends along. */
  static Cookie cookie(Context context, OurCookie named, String value, int seconds) {
    return cookie(context, named.name(context.req()), value, seconds);
  }

  static Cookie cookie(Context context, String name, String value, int seconds) {
    Cookie cookie = new Cookie(name, value);
    cookie.setPath("/");
    cookie.setMaxAge(seconds);
    cookie.setHttpOnly(true);
    cookie.setSecure(Caller.of(context.req()).secure());
    cookie.setSameSite(SameSite.LAX);
    return cookie;
  }
}
