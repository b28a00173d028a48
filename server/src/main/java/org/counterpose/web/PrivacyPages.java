package org.counterpose.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.counterpose.booking.Bookings;
import org.counterpose.booking.Clinic;
import org.counterpose.people.Consent;
import org.counterpose.people.Consents;
import org.counterpose.people.People;
import org.counterpose.practice.Practice;
import org.counterpose.reminder.Reminders;
import org.counterpose.store.Also;
import org.counterpose.store.AuditLine;
import org.counterpose.store.Channel;
import org.counterpose.store.PersonalData;
import org.counterpose.store.SqlConsents;
import org.counterpose.words.Words;

/**
 * A person's hold on what is kept of them: what they agreed to and take back, who saw or changed
 * what, and everything to take along.
 */
final class PrivacyPages {

  /** The newest lines of the trail that the page shows; the record has all of them. */
  private static final int SHOWN = 50;

  private final Trials trials;
  private final Sharing sharing;
  private final People people;
  private final Reminders reminders;
  private final PersonalData data;
  private final Bookings bookings;
  private final Clinic clinic;
  private final TrailInWords trail;
  private final PersonsTrail persons;
  private final Layout layout;
  private final Words words;

  PrivacyPages(Practice practice, Trials trials, Sharing sharing, Layout layout) {
    this.trials = trials;
    this.sharing = sharing;
    this.people = practice.people();
    this.reminders = practice.reminders();
    this.data = new PersonalData(practice.database());
    this.bookings = practice.bookings();
    this.clinic = bookings.clinic();
    this.layout = layout;
    this.words = layout.words();
    this.trail = new TrailInWords(words);
    this.persons = new PersonsTrail(practice.clock());
  }

  /** A page for whoever holds a trial, whether it can go on or not. */
  private interface Held {
    void serve(Context context, UUID journey);
  }

  void add(Routes routes) {
    routes.get("/privacy-settings", held(this::settings));
    routes.post("/privacy-settings/withdraw", held(this::withdraw));
    routes.post("/privacy-settings/devices/end", held(this::endDevices));
    routes.get("/privacy-settings/record", held(this::record));
    routes.get("/export", held(this::export));
  }

  private Routes.Page held(Held page) {
    return context ->
        trials
            .door()
            .owned(context)
            .ifPresentOrElse(
                own -> page.serve(context, own.id()), () -> trials.door().leadAway(context));
  }

  private void settings(Context context, UUID journey) {
    List<AuditLine> trail = people.audit().of(journey);
    ZoneId zone = zone(context);
    trials.door().tellPlans(context);
    layout.render(
        context,
        "site/privacy.jte",
        words.say("privacy.title"),
        Map.of(
            "devices",
            DevicesView.of(
                managed(context, journey), people.personSessions(), context, zone, words),
            "privacy",
            new PrivacyPage(
                people.consents().history(journey).stream()
                    .sorted(Comparator.comparing(SqlConsents.Given::at).reversed())
                    .map(given -> agreed(journey, given, zone))
                    .toList(),
                trail.reversed().stream().limit(SHOWN).map(line -> seen(line, zone)).toList(),
                trail.size() > SHOWN,
                Visit.zone(zone, words))));
  }

  /** The account of a trial, for who may say where it is signed in. */
  private Optional<UUID> managed(Context context, UUID journey) {
    return people.accounts().ofIfAny(journey).filter(account -> mayManage(context, journey));
  }

  private boolean mayManage(Context context, UUID journey) {
    return people.accounts().mayManage(journey, trials.door().account(context));
  }

  private void endDevices(Context context, UUID journey) {
    managed(context, journey)
        .ifPresent(
            account ->
                DevicesView.end(
                    account,
                    people.personSessions(),
                    context,
                    persons.lines("signed-out", people.accounts().journeys(account))));
    if (trials.door().owned(context).isEmpty()) {
      StaffDoor.end(context, people.personSessions()); // this device was the one
      GonePage.lead(context, GonePage.Gone.FROM_THIS_DEVICE);
      return;
    }
    context.redirect("/privacy-settings", HttpStatus.SEE_OTHER);
  }

  private PrivacyPage.Agreed agreed(UUID journey, SqlConsents.Given given, ZoneId zone) {
    return new PrivacyPage.Agreed(
        given.kind(),
        consent(given.kind()).map(this::title).orElse(given.kind()),
        when(given.at(), zone),
        given.withdrawnAt().map(at -> when(at, zone)),
        given.kind().equals(Consent.VISIT_SUMMARY.name()) && !aSummaryGoesAlong(journey));
  }

  private boolean aSummaryGoesAlong(UUID journey) {
    return bookings.toComeOf(journey).stream().anyMatch(visit -> visit.summary().isPresent());
  }

  private String title(Consent kind) {
    return switch (kind) {
      case SHARE_WITH_CLINIC -> words.say("consent.share", clinic.name());
      case EMAIL_REMINDERS -> words.say("consent.email");
      case PUSH_REMINDERS -> words.say("consent.push");
      case VISIT_SUMMARY -> words.say("consent.summary");
      case RESEARCH_POOL -> words.say("consent.pool");
    };
  }

  private PrivacyPage.Seen seen(AuditLine line, ZoneId zone) {
    return new PrivacyPage.Seen(
        when(line.at(), zone),
        trail.who(line.who(), line.staff().isPresent()),
        trail.say(line.what(), line.detail()));
  }

  /** The person's own clock; the clinic's where the trial's programme is not here. */
  private ZoneId zone(Context context) {
    return trials
        .door()
        .journeyIfItGoesOn(context)
        .map(journey -> journey.journal().routine().zone())
        .orElse(clinic.zone());
  }

  private String when(Instant at, ZoneId zone) {
    return at.atZone(zone).format(words.dates("privacy.moment"));
  }

  /** Takes one agreement back, and ends what it allowed. */
  private void withdraw(Context context, UUID journey) {
    Optional<Consent> kind =
        Optional.ofNullable(context.formParam("kind")).flatMap(PrivacyPages::consent);
    if (kind.isEmpty()) {
      layout.refuse(context, List.of(words.say("privacy.wrong")));
      return;
    }
    if (people.consents().holds(journey, kind.get())) {
      switch (kind.get()) {
        case SHARE_WITH_CLINIC -> sharing.withdraw(journey);
        case EMAIL_REMINDERS -> reminders.withdraw(journey, Channel.MAIL);
        case PUSH_REMINDERS -> reminders.withdraw(journey, Channel.PUSH);
        case VISIT_SUMMARY -> bookings.withdrawSummary(journey, withdrawing(journey, kind.get()));
        case RESEARCH_POOL -> {
          trials
              .door()
              .journeyIfItGoesOn(context)
              .ifPresent(going -> ComparePages.unpool(trials, going));
          people.consents().withdraw(journey, kind.get(), trials.clock().instant());
        }
      }
    }
    context.redirect("/privacy-settings", HttpStatus.SEE_OTHER);
  }

  private Also withdrawing(UUID journey, Consent kind) {
    return Consents.withdrawing(journey, kind, trials.clock().instant());
  }

  private static Optional<Consent> consent(String name) {
    return Arrays.stream(Consent.values()).filter(kind -> kind.name().equals(name)).findFirst();
  }

  private void record(Context context, UUID journey) {
    layout.render(
        context,
        "site/record.jte",
        words.say("record.title"),
        Map.of(
            "record",
            RecordPage.of(
                exported(context, journey),
                new RecordPage.Writing(words, zone(context), texts(context)))));
  }

  /** The texts of the programme that the trial goes by, where it is here. */
  private Function<String, Optional<String>> texts(Context context) {
    return trials
        .door()
        .journeyIfItGoesOn(context)
        .<Function<String, Optional<String>>>map(journey -> journey.programme()::textIfAny)
        .orElse(key -> Optional.empty());
  }

  private void export(Context context, UUID journey) {
    context.header("Content-Disposition", "attachment; filename=\"counterpose.json\"");
    context.contentType("application/json").result(exported(context, journey));
  }

  private String exported(Context context, UUID journey) {
    return data.export(journey, mayManage(context, journey)).orElseThrow();
  }
}
