package org.counterpose.web;

import io.javalin.config.RoutesConfig;
import java.util.UUID;
import org.counterpose.clinic.Invitations;
import org.counterpose.guard.ErrorBody;
import org.counterpose.guard.Refusal;
import org.counterpose.mail.Smtp;
import org.counterpose.practice.Practice;
import org.counterpose.store.Outbox;
import org.counterpose.store.SqlInvitations;
import org.counterpose.words.Words;

/** Every page there is, in one place. */
public final class Pages {

  private final Practice practice;
  private final Assets assets = Assets.load();
  private final Layout layout;

  public Pages(Practice practice) {
    this.practice = practice;
    this.layout =
        new Layout(
            Words.load("en"), assets, practice.bookings().clinic(), practice.people().address());
  }

  /** Adds the pages and what they need. */
  public void add(RoutesConfig config) {
    Routes routes = new Routes(config);
    Trials trials =
        new Trials(
            new Door(
                practice.journeys(),
                practice.people().personSessions(),
                practice.people().accounts(),
                practice.people().address()),
            practice.journeys(),
            practice.list(),
            practice.library(),
            practice.clock(),
            UUID::randomUUID);
    BookingDesk desk = new BookingDesk(practice.bookings(), practice.clock(), layout.words());
    Invitations invitations =
        new Invitations(
            new SqlInvitations(practice.database()),
            practice.clock(),
            UUID::randomUUID,
            practice.random());
    Sharing sharing =
        new Sharing(practice.list(), invitations, desk.clinic(), practice.clock(), layout.words());
    new StaticFiles(assets).add(config);
    new CameraFiles().add(routes);
    new HomeScreen(assets, layout.clinicName(), layout.words()).add(routes);
    new LookPages(desk.clinic(), practice.database().folder(), practice.library(), layout)
        .add(routes);
    new SitePages(trials, layout, desk).add(routes);
    new CheckPages(trials, sharing, layout).add(routes);
    new StartPages(trials, sharing, layout, desk.clinic().zone()).add(routes);
    new TrialPages(trials, desk, layout).add(routes);
    new CameraPages(trials, layout).add(routes);
    new AgainPages(trials, layout).add(routes);
    new ActivitiesPages(trials, layout).add(routes);
    new ComparePages(trials, layout).add(routes);
    Feeds feeds = new Feeds(practice, layout.words());
    new ReminderPages(practice, trials, feeds, layout).add(routes);
    new SecretLinks(practice.reminders(), feeds, layout).add(routes);
    new BookingPages(desk, trials, layout).add(routes);
    new AppointmentPages(desk, practice.mail().map(Smtp::from), layout).add(routes);
    new WaitingPages(desk, practice.mail().isPresent(), layout).add(routes);
    new ClinicPages(trials, sharing, desk, layout).add(routes);
    new VisitsOfATrial(trials, practice.bookings(), layout).add(routes);
    new PrivacyPages(practice, trials, sharing, layout).add(routes);
    StaffRoutes staff = new StaffRoutes(routes);
    new SendingPages(
            new Outbox(practice.database()),
            practice.clock(),
            practice.bookings().clinic().zone(),
            practice.mail().isPresent(),
            layout)
        .add(staff);
    LinkLetters letters = new LinkLetters(practice, layout.words());
    new StaffDoor(practice, layout).add(routes);
    new PersonDoor(practice, trials, letters, layout).add(routes);
    new KeepPages(practice, trials, letters, layout).add(routes);
    new TeamPages(practice, letters, layout).add(staff);
    CalendarDesk calendar =
        new CalendarDesk(desk, practice.list(), practice.people().audit(), layout);
    new CalendarPages(calendar).add(staff);
    new StaffBookingPages(calendar).add(staff);
    new StaffVisitPages(calendar).add(staff);
    new ListPages(practice, layout).add(staff);
    new CarePages(practice, desk, layout).add(staff);
    new HandOutPages(practice, invitations, layout).add(staff);
  }

  /** The page that tells a person of a refusal. */
  public ErrorBody tell(Refusal refusal) {
    return layout.tell(refusal);
  }
}
