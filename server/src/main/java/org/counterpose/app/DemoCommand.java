package org.counterpose.app;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.counterpose.booking.BookingRequest;
import org.counterpose.booking.Bookings;
import org.counterpose.booking.Clinic;
import org.counterpose.booking.FreeTime;
import org.counterpose.booking.Person;
import org.counterpose.journeys.Begun;
import org.counterpose.journeys.Journeys;
import org.counterpose.people.Consent;
import org.counterpose.people.Consents;
import org.counterpose.practice.Practice;
import org.counterpose.programme.Programme;
import org.counterpose.store.Database;
import org.counterpose.store.SqlJournals;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves a throw-away clinic with made-up people, to walk about in. */
@Command(
    name = "demo",
    description = {
      "Serves a throw-away clinic with 40 made-up people in the middle of their trials.",
      "Prints private links to some of them. Everything is gone when it ends."
    })
final class DemoCommand implements Callable<Integer> {

  static final int PEOPLE = 40;
  private static final int APPOINTMENTS = 8;

  /** Days into the trial of those whose links are printed first. */
  private static final List<Integer> SHOWN = List.of(1, 3, 9, 15, 21, 22, 28);

  @Spec @Nullable CommandSpec spec;

  @Option(names = "--port", paramLabel = "PORT", description = "Port; 0 for any free one [8080].")
  @Nullable String port;

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      description = "Seed of the made-up people [20261122].",
      defaultValue = "20261122")
  long seed;

  /** A made-up person's trial, and the link into it. */
  record Link(int day, String path) {}

  @Override
  public Integer call() throws InterruptedException {
    ThrowAwayFolder folder = new ThrowAwayFolder("demo");
    AtomicReference<@Nullable Server> serving = new AtomicReference<>();
    Lock writing = new ReentrantLock();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  writing.lock(); // and never let go: nothing is written after this
                  Server server = serving.get();
                  if (server != null) {
                    server.close();
                  }
                  folder.close();
                },
                "closing"));
    Map<Setting, String> options = new EnumMap<>(Setting.class);
    options.put(Setting.DATA, folder.path().toString());
    if (port != null) {
      options.put(Setting.PORT, port);
    }
    Configuration configuration = Configuration.read(options, Map.of(), Configuration.homeFolder());
    InstantSource clock = InstantSource.system();
    writing.lock();
    try {
      List<Link> links = fill(configuration, clock.instant(), seed);
      Server server = Server.open(configuration, clock);
      serving.set(server);
      tell(server, links);
    } finally {
      writing.unlock();
    }
    new CountDownLatch(1).await();
    return 0;
  }

  private void tell(Server server, List<Link> links) {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    // the one address where passkeys work too, so that nobody has to change over later
    String address = server.practice().people().address().get().toString();
    out.println("Counterpose answers at " + address);
    out.println(PEOPLE + " made-up people, seed " + seed + ". Some of their private links:");
    links
        .subList(0, SHOWN.size())
        .forEach(link -> out.println("  day " + link.day() + "  " + address + link.path()));
    server
        .setUpLink()
        .ifPresent(
            link -> {
              out.println();
              out.println(
                  "The clinic's side: open this once, in a browser that can make a passkey.");
              out.println("  " + link);
            });
    out.flush();
  }

  /** Puts the made-up people and some appointments into an empty data folder. */
  static List<Link> fill(Configuration configuration, Instant now, long seed) {
    Random random = new Random(seed);
    try (Database database = Database.open(configuration.data())) {
      Practice practice = Server.practice(configuration, database, InstantSource.fixed(now));
      Programme programme = practice.library().programmes().getFirst();
      ZoneId zone = practice.bookings().clinic().zone();
      List<Link> links = new ArrayList<>();
      for (int i = 0; i < PEOPLE; i++) {
        int day = i < SHOWN.size() ? SHOWN.get(i) : 1 + random.nextInt(28);
        links.add(person(practice, programme, zone, day, now, random));
      }
      book(practice.bookings(), now.atZone(zone).toLocalDate(), random);
      return links;
    }
  }

  private static Link person(
      Practice practice, Programme programme, ZoneId zone, int day, Instant now, Random random) {
    MadeUpPerson person = MadeUpPerson.of(programme, zone, random);
    Instant begun = begun(now.atZone(zone).minusDays(day - 1L), random.nextInt(60, 1800));
    Journeys then =
        new Journeys(
            practice.library(),
            new SqlJournals(practice.database()),
            InstantSource.fixed(begun),
            practice.random());
    double from = person.painBefore(programme) + random.nextDouble(-0.5, 0.5);
    double to = from + random.nextDouble(-5, 1.5);
    return switch (then.begin(programme, person.answers(), person.routine())) {
      case Begun.Refused refused ->
          throw new IllegalStateException("a made-up person was refused: " + refused.screened());
      case Begun.Started started -> {
        then.append(
            started.journey(),
            new MadeUpTrial(started.journey(), zone, random).entries(from, to, now));
        share(practice, then, started, now, random);
        yield new Link(day, "/j/" + started.journey().id() + "/" + started.key());
      }
    };
  }

  /** Most let the clinic see their trial, and some need it. */
  private static void share(
      Practice practice, Journeys then, Begun.Started started, Instant now, Random random) {
    if (random.nextInt(8) == 0) {
      return;
    }
    UUID id = started.journey().id();
    MadeUpNeeds.add(then, practice.journeys().shared(id).orElseThrow(), now, random);
    String place = practice.bookings().clinic().places().getFirst().id();
    practice
        .list()
        .share(
            practice.journeys().shared(id).orElseThrow(),
            place,
            MadeUpNeeds.name(random),
            Consents.giving(id, Consent.SHARE_WITH_CLINIC, now));
  }

  /** Some seconds before a moment, and still on its date: the days of a trial are dates. */
  private static Instant begun(ZonedDateTime moment, int secondsBefore) {
    ZonedDateTime midnight = moment.toLocalDate().atStartOfDay(moment.getZone());
    ZonedDateTime before = moment.minusSeconds(secondsBefore);
    return (before.isBefore(midnight) ? midnight : before).toInstant();
  }

  private static void book(Bookings bookings, LocalDate today, Random random) {
    Clinic.Service service = bookings.clinic().services().getFirst();
    for (int i = 0; i < APPOINTMENTS; i++) {
      List<FreeTime> free = bookings.free(service, today.plusDays(1), today.plusDays(14));
      if (free.isEmpty()) {
        return;
      }
      FreeTime time = free.get(random.nextInt(free.size()));
      bookings.book(
          new BookingRequest(
              "demo-" + i,
              time.practitioner(),
              service.id(),
              time.start(),
              new Person("Made-up person " + (i + 1), "person" + (i + 1) + "@clinic.example"),
              java.util.Optional.empty()));
    }
  }
}
