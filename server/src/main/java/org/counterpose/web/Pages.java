package org.counterpose.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.counterpose.clinic.Invitations;
import org.counterpose.guard.Asker;
import org.counterpose.guard.ErrorBody;
import org.counterpose.guard.Refusal;
import org.counterpose.mail.Smtp;
import org.counterpose.practice.Practice;
import org.counterpose.store.Outbox;
import org.counterpose.store.SqlInvitations;
import org.counterpose.store.SqlLanguages;
import org.counterpose.words.Words;

/** Every page there is, in one place. */
public final class Pages {

  private final Practice practice;
  private final Assets assets = Assets.load();
  private final Languages languages;
  private final Map<String, Layout> layouts = new HashMap<>();
  private final Prints prints;

  public Pages(Practice practice) {
    this.practice = practice;
    this.languages = new Languages(practice.words().languages());
    this.prints = new Prints(practice);
    languages
        .all()
        .forEach(language -> layouts.put(language, layout(practice.words().in(language))));
  }

  private Layout layout(Words words) {
    return new Layout(
        words,
        assets,
        practice.bookings().clinic(),
        practice.people().address(),
        languages.all(),
        practice.library().isSigned());
  }

  /** Adds the pages and what they need. */
  public void add(RoutesConfig config) {
    new StaticFiles(assets).add(config);
    new ForCrawlers(practice).add(config);
    config.post("/language", this::chooseLanguage);
    Switchboard all = new Switchboard(config, languages);
    for (String language : languages.all()) {
      add(all.in(language), in(language), practice.in(language));
    }
  }

  private static Door door(Practice practice) {
    return new Door(
        practice.journeys(),
        practice.people().personSessions(),
        practice.people().accounts(),
        practice.people().address());
  }

  static Trials trials(Practice practice) {
    return new Trials(
        door(practice),
        practice.journeys(),
        practice.list(),
        practice.library(),
        practice.clock(),
        UUID::randomUUID);
  }

  /** The device reads the language from now on, and who has a trial open is written to in it. */
  private void chooseLanguage(Context context) {
    languages.choose(
        context,
        new LanguageSwitch(practice.articles())::from,
        language ->
            door(practice)
                .owned(context)
                .ifPresent(
                    trial -> new SqlLanguages(practice.database()).choose(trial.id(), language)));
  }

  private void add(Routes routes, Layout layout, Practice spoken) {
    Trials trials = trials(spoken);
    BookingDesk desk = new BookingDesk(spoken.bookings(), spoken.clock(), layout.words());
    Invitations invitations =
        new Invitations(
            new SqlInvitations(spoken.database()),
            spoken.clock(),
            UUID::randomUUID,
            spoken.random());
    Sharing sharing = new Sharing(spoken.list(), invitations, desk.clinic(), spoken.clock());
    new CameraFiles().add(routes);
    new HomeScreen(assets, layout.clinicName(), layout.words()).add(routes);
    new LookPages(desk.clinic(), spoken.database().folder(), spoken.library(), layout).add(routes);
    new ArticleFeed(spoken, layout).add(routes);
    new ArticlePages(spoken, trials.door(), layout).add(routes);
    new SitePages(trials, layout, desk).add(routes);
    new CheckPages(trials, sharing, layout).add(routes);
    new StartPages(trials, spoken.people(), sharing, layout, desk.clinic().zone()).add(routes);
    DayPages days = new DayPages(trials, desk, layout);
    KeptPages kept = new KeptPages(trials, desk, days, layout);
    kept.add(routes);
    new TrialPages(trials, days, kept, layout).add(routes);
    new SentEntries(trials, kept, layout).add(routes);
    new GonePage(layout).add(routes);
    new LeavePages(trials, spoken.people().personSessions(), layout).add(routes);
    new CameraPages(trials, layout).add(routes);
    new AgainPages(trials, layout).add(routes);
    new ActivitiesPages(trials, layout).add(routes);
    new MeasuresPages(trials, layout).add(routes);
    new ComparePages(trials, layout).add(routes);
    Feeds feeds = new Feeds(spoken);
    new ReminderPages(spoken, trials, feeds, layout).add(routes);
    new SecretLinks(spoken.reminders(), feeds, layout).add(routes);
    new BookingPages(desk, trials, layout).add(routes);
    new AppointmentPages(desk, spoken.mail().map(Smtp::from), layout).add(routes);
    new WaitingPages(desk, spoken.mail().isPresent(), layout).add(routes);
    new ClinicPages(trials, sharing, desk, layout).add(routes);
    new VisitsOfATrial(trials, spoken.bookings(), layout).add(routes);
    new PrivacyPages(spoken, trials, sharing, layout).add(routes);
    StaffRoutes staff = new StaffRoutes(routes);
    new SendingPages(
            new Outbox(spoken.database()),
            spoken.clock(),
            spoken.bookings().clinic().zone(),
            spoken.mail().isPresent(),
            layout)
        .add(staff);
    LinkLetters letters = new LinkLetters(spoken, layout.words());
    new StaffDoor(spoken, layout).add(routes);
    new PersonDoor(spoken, trials, letters, layout).add(routes);
    new KeepPages(spoken, trials, letters, layout).add(routes);
    new TeamPages(spoken, letters, layout).add(staff);
    CalendarDesk calendar = new CalendarDesk(desk, spoken.list(), spoken.people().audit(), layout);
    new CalendarPages(calendar).add(staff);
    new StaffBookingPages(calendar).add(staff);
    new StaffVisitPages(calendar).add(staff);
    new ListPages(spoken, layout).add(staff);
    new CarePages(spoken, desk, prints, layout).add(staff);
    new HandOutPages(spoken, invitations, layout).add(staff);
    new PaperPages(spoken, trials, invitations, prints, layout).add(routes);
  }

  private Layout in(String language) {
    return Objects.requireNonNull(layouts.get(language));
  }

  /** The page that tells a person of a refusal. */
  public ErrorBody tell(Asker asker, Refusal refusal) {
    return in(languages.of(asker)).tell(asker.path(), refusal);
  }
}
