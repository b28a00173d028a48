package org.counterpose.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import org.counterpose.clinic.ClinicList;
import org.counterpose.journal.Entry;
import org.counterpose.journeys.Begun;
import org.counterpose.journeys.Journey;
import org.counterpose.journeys.Journeys;
import org.counterpose.people.Consent;
import org.counterpose.people.Consents;
import org.counterpose.plan.Today;
import org.counterpose.practice.Practice;
import org.counterpose.programme.Programme;
import org.counterpose.store.Also;
import org.counterpose.store.Database;
import org.counterpose.store.SqlClinicList;
import org.counterpose.store.SqlJournals;

/**
 * A clinic with people who do not exist: some in the middle of their trials, and more whose trial
 * is over, so that its outcomes are not all hidden as those of too few.
 */
final class MadeUpClinic {

  /** How many are in the middle of their trial. */
  static final int PEOPLE = 40;

  /** How many are through. */
  static final int THROUGH = 80;

  /**
   * Somebody whose link is told: the day of their trial, and whether it is of the last programme.
   */
  record Shown(int day, boolean onTheLast) {}

  /** Whose links come first. */
  static final List<Shown> SHOWN =
      List.of(
          new Shown(1, false),
          new Shown(3, false),
          new Shown(9, false),
          new Shown(15, false),
          new Shown(21, false),
          new Shown(22, false),
          new Shown(28, false),
          new Shown(2, true),
          new Shown(16, true),
          new Shown(42, true));

  /** Of those in the middle, one in so many is on the programme that stands last. */
  private static final int ON_THE_LAST = 4;

  /** Of those whose link is not shown, one in so many reads each of the other languages. */
  private static final int IN_ANOTHER_LANGUAGE = 5;

  /** The seed of the person who is made up alone: always the same one. */
  private static final long ONE = 20261122;

  /** Of those who are through, one in so many gave up on the way. */
  private static final int GIVES_UP = 5;

  /** Of those who are through, one in so many was stopped for safety after some days. */
  private static final int STOPPED = 10;

  private static final int STOP_AFTER = 9;

  /**
   * A made-up person's trial as its pages tell it, and the link into it.
   *
   * @param of the trial's last day
   */
  record Link(String title, int day, int of, boolean over, String path) {}

  private final Practice practice;
  private final List<Programme> programmes;
  private final ZoneId zone;
  private final Instant now;
  private final Random random;
  private final List<MadeUpVisits.OnTrial> shared = new ArrayList<>();

  private MadeUpClinic(Practice practice, Instant now, Random random) {
    this.practice = practice;
    this.programmes = practice.library().programmes();
    this.zone = practice.bookings().clinic().zone();
    this.now = now;
    this.random = random;
  }

  /**
   * Puts made-up people and some appointments into an empty data folder.
   *
   * @return the links of those in the middle of their trial
   */
  static List<Link> fill(Configuration configuration, Instant now, long seed) {
    try (Database database = Database.open(configuration.data())) {
      Practice practice = Server.practice(configuration, database, InstantSource.fixed(now));
      MadeUpClinic running = new MadeUpClinic(practice, now, new Random(seed));
      List<Link> links = new ArrayList<>();
      for (int i = 0; i < PEOPLE; i++) {
        links.add(running.inTheMiddle(i));
      }
      new MadeUpVisits(practice, now, running.random).add(running.shared);
      return links;
    }
  }

  /** One person on a day of their trial, alone in an empty data folder. */
  static Link one(Configuration configuration, Instant now, int day) {
    try (Database database = Database.open(configuration.data())) {
      Practice practice = Server.practice(configuration, database, InstantSource.fixed(now));
      MadeUpClinic alone = new MadeUpClinic(practice, now, new Random(ONE));
      Trial trial = alone.beginAtWaking(alone.programmes.getFirst(), day);
      MadeUpTrial life = alone.life(trial, -2);
      life.liveUntil(now);
      trial.add(life.entries());
      return link(trial, now);
    }
  }

  /** Adds those who are through, each while {@code turn} is held. */
  static void addThrough(Practice practice, Instant now, long seed, Lock turn) {
    MadeUpClinic past = new MadeUpClinic(practice, now, new Random(~seed));
    for (int i = 0; i < THROUGH; i++) {
      turn.lock();
      try {
        past.through(i);
      } finally {
        turn.unlock();
      }
    }
  }

  private Link inTheMiddle(int number) {
    boolean shown = number < SHOWN.size();
    boolean last = shown ? SHOWN.get(number).onTheLast() : number % ON_THE_LAST == 0;
    Programme programme = last ? programmes.getLast() : programmes.getFirst();
    int day = shown ? SHOWN.get(number).day() : 1 + random.nextInt(28);
    Trial trial =
        begin(
            programme,
            MadeUpPerson.of(programme, zone, random),
            begun(now.atZone(zone).minusDays(day - 1L), random.nextInt(60, 1800)),
            shown ? 0 : number % IN_ANOTHER_LANGUAGE);
    MadeUpTrial life = life(trial, random.nextDouble(-5, 1.5));
    boolean shares = random.nextInt(8) > 0;
    if (shares && !shown) {
      Instant moment = MadeUpNeeds.lately(now, random);
      if (moment.isAfter(trial.journey().journal().startedAt())) {
        life.liveUntil(moment);
        MadeUpNeeds.of(life.soFar(), moment, random).ifPresent(life::happens);
      }
    }
    life.liveUntil(now);
    trial.add(life.entries());
    if (shares) {
      String name = share(trial, practice.list(), now);
      shared.add(new MadeUpVisits.OnTrial(trial.id(), name));
    }
    return link(trial, now);
  }

  private static Link link(Trial trial, Instant now) {
    Journey journey = trial.journey();
    Today today = journey.today(now);
    return new Link(
        journey.programme().text("programme.title").strip(),
        Math.min(today.day(), today.of()),
        today.of(),
        today.state() instanceof Today.State.Over,
        "/j/" + trial.id() + "/" + trial.key());
  }

  /** Some weeks ago; the clinic wrote to them after it, and where it was lately, not yet. */
  private void through(int number) {
    Programme programme = programmes.getFirst();
    int most = programme.trial().extendTo();
    ZonedDateTime begun = now.atZone(zone).minusDays(most + 1L + number % 40).withHour(9);
    int days = number % GIVES_UP == 0 ? random.nextInt(1, most) : most;
    Trial trial = begin(programme, begun.toInstant());
    MadeUpTrial life = life(trial, random.nextDouble(-5, 2.5));
    boolean stopped = number % STOPPED == 3;
    if (stopped) {
      stopsAndIsCleared(trial, life, begun.plusDays(STOP_AFTER).withHour(12).toInstant());
    }
    life.liveUntil(begun.plusDays(days).toInstant());
    trial.add(life.entries()); // what is there already stays as it is
    Instant answered = begun.plusDays(most + 2L).withHour(11).toInstant();
    if (!stopped) {
      share(trial, list(trial, trial.journey().journal().startedAt()), now);
    }
    if (answered.isBefore(now)) {
      list(trial, answered).rowNow(trial.journey());
      list(trial, answered).seen(trial.id(), clinician(), answered, Also.NOTHING);
      trial.add(
          List.of(
              new Entry.Noted(
                  MadeUpNeeds.id(random),
                  there(answered),
                  clinician(),
                  "Thank you for telling us how it went. Call us if you wish to talk.",
                  Set.of())));
    }
    practice.list().rowNow(trial.journey());
  }

  /** Tells of a warning sign; somebody looks minutes or hours later, and clears it: then. */
  private void stopsAndIsCleared(Trial trial, MadeUpTrial life, Instant stop) {
    life.liveUntil(stop);
    Entry told =
        MadeUpNeeds.gotWorse(MadeUpNeeds.id(random), there(stop), trial.journey().programme());
    life.happens(told);
    trial.add(life.entries());
    Instant known = stop.plusSeconds(60);
    share(trial, list(trial, known), known);
    Instant looked = known.plus(Duration.ofMinutes(random.nextInt(10, 300)));
    list(trial, looked).seen(trial.id(), clinician(), looked, Also.NOTHING);
    life.liveUntil(looked);
    life.happens(
        new Entry.ClearedByClinic(
            MadeUpNeeds.id(random),
            there(looked),
            clinician(),
            "We tested your walk and balance today: all well.",
            Set.of(told.id())));
  }

  /** The clinic's list as it stood at a moment. */
  private ClinicList list(Trial trial, Instant moment) {
    return new ClinicList(
        new SqlClinicList(practice.database()), trial.journeys(), InstantSource.fixed(moment));
  }

  private String clinician() {
    return practice
        .bookings()
        .clinic()
        .practitioners()
        .getFirst()
        .title()
        .to(practice.words().usual().language());
  }

  private OffsetDateTime there(Instant moment) {
    return moment.atZone(zone).toOffsetDateTime();
  }

  /** A trial that was begun, by the journeys of that moment, and the pain it began with. */
  private record Trial(Journeys journeys, UUID id, String key, double pain) {
    Journey journey() {
      return journeys.shared(id).orElseThrow();
    }

    void add(List<Entry> entries) {
      journeys.append(journey(), entries);
    }
  }

  private Trial begin(Programme programme, Instant moment) {
    return begin(programme, MadeUpPerson.of(programme, zone, random), moment, 0);
  }

  /** Somebody whose first day was a whole one; who is not up yet on it has just begun. */
  private Trial beginAtWaking(Programme programme, int day) {
    MadeUpPerson person = MadeUpPerson.of(programme, zone, random);
    ZonedDateTime then = now.atZone(zone).minusDays(day - 1L);
    Instant waking = then.with(person.routine().wake()).toInstant();
    return begin(programme, person, waking.isBefore(now) ? waking : begun(then, 60), 0);
  }

  /**
   * Begins a trial.
   *
   * @param language which of the clinic's languages the person reads; the usual one where there is
   *     no such
   */
  private Trial begin(Programme programme, MadeUpPerson person, Instant moment, int language) {
    List<String> languages = practice.words().languages();
    Journeys then =
        new Journeys(
            practice.library().in(languages.get(language < languages.size() ? language : 0)),
            new SqlJournals(practice.database()),
            InstantSource.fixed(moment),
            practice.random());
    double pain = person.painBefore(programme) + random.nextDouble(-0.5, 0.5);
    return switch (then.begin(programme, person.answers(), person.routine())) {
      case Begun.Refused refused ->
          throw new IllegalStateException("a made-up person was refused: " + refused.screened());
      case Begun.Started started -> new Trial(then, started.journey().id(), started.key(), pain);
    };
  }

  private MadeUpTrial life(Trial trial, double change) {
    return new MadeUpTrial(
        trial.journey(), new MadeUpTrial.Pain(trial.pain(), trial.pain() + change), zone, random);
  }

  /** Under a made-up name, which is returned. */
  private String share(Trial trial, ClinicList list, Instant at) {
    String name = MadeUpNeeds.name(random);
    list.share(
        trial.journey(),
        practice.bookings().clinic().places().getFirst().id(),
        name,
        Consents.giving(trial.id(), Consent.SHARE_WITH_CLINIC, at));
    return name;
  }

  /** Some seconds before a moment, and still on its date: the days of a trial are dates. */
  private static Instant begun(ZonedDateTime moment, int secondsBefore) {
    ZonedDateTime midnight = moment.toLocalDate().atStartOfDay(moment.getZone());
    ZonedDateTime before = moment.minusSeconds(secondsBefore);
    return (before.isBefore(midnight) ? midnight : before).toInstant();
  }
}
