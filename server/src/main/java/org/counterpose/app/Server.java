package org.counterpose.app;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinException;
import jakarta.servlet.DispatcherType;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.counterpose.api.Calls;
import org.counterpose.articles.Articles;
import org.counterpose.booking.Bookings;
import org.counterpose.booking.Clinic;
import org.counterpose.booking.Correspondence;
import org.counterpose.calendar.VisitCalendars;
import org.counterpose.calendar.VisitLetters;
import org.counterpose.clinic.ClinicList;
import org.counterpose.document.Problems;
import org.counterpose.guard.ErrorBodies;
import org.counterpose.guard.Guard;
import org.counterpose.guard.RateLimits;
import org.counterpose.journeys.Journeys;
import org.counterpose.library.Library;
import org.counterpose.mail.Smtp;
import org.counterpose.people.People;
import org.counterpose.people.PublicAddress;
import org.counterpose.people.Reception;
import org.counterpose.practice.Practice;
import org.counterpose.push.Push;
import org.counterpose.push.VapidKey;
import org.counterpose.reminder.Reminders;
import org.counterpose.store.CalendarPart;
import org.counterpose.store.Database;
import org.counterpose.store.Letter;
import org.counterpose.store.Outbox;
import org.counterpose.store.PastAccess;
import org.counterpose.store.SqlAppointments;
import org.counterpose.store.SqlClinicList;
import org.counterpose.store.SqlJournals;
import org.counterpose.web.Pages;
import org.counterpose.words.AllWords;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running server: everything wired together, by hand and here. Closing it finishes what is
 * being answered and lets the data folder go.
 */
public final class Server implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Server.class);

  /** An address, a few cookies and what a browser adds, in bytes. */
  private static final int LONGEST_HEADERS = 16 * 1024;

  /** A connection on which nothing moves is cut. */
  private static final Duration IDLE = Duration.ofSeconds(20);

  /** The whole of a request. */
  private static final Duration ARRIVES = Duration.ofMinutes(1);

  private static final int CONNECTIONS = 2000;

  /** How long requests that are under way may still take when the server is told to end. */
  private static final Duration STOP = Duration.ofSeconds(5);

  /**
   * How many connections may wait to be accepted. With the 50 that are usual, a few hundred people
   * who come in one moment wait for seconds, and some are cut off without an answer.
   */
  private static final int WAITING_CONNECTIONS = 1024;

  private final Practice practice;
  private final Javalin javalin;
  private final String host;
  private final Forgetting forgetting;
  private final SummingUp summingUp;
  private final Sending sending;
  private final Optional<KeptLimits> limits;

  private Server(
      Practice practice,
      Javalin javalin,
      String host,
      Forgetting forgetting,
      SummingUp summingUp,
      Sending sending,
      Optional<KeptLimits> limits) {
    this.practice = practice;
    this.javalin = javalin;
    this.host = host;
    this.forgetting = forgetting;
    this.summingUp = summingUp;
    this.sending = sending;
    this.limits = limits;
  }

  /** Opens the data folder and serves what is in it. */
  public static Server open(Configuration configuration, InstantSource clock) {
    return open(configuration, clock, AllWords.load(), config -> {});
  }

  /** The same in these languages. */
  static Server open(Configuration configuration, InstantSource clock, AllWords words) {
    return open(configuration, clock, words, config -> {});
  }

  /**
   * The same with something of one's own around every page.
   *
   * @param around told the configuration before the server starts
   */
  static Server open(
      Configuration configuration, InstantSource clock, Consumer<JavalinConfig> around) {
    return open(configuration, clock, AllWords.load(), around);
  }

  private static Server open(
      Configuration configuration,
      InstantSource clock,
      AllWords words,
      Consumer<JavalinConfig> around) {
    Database database = Database.open(configuration.data());
    try {
      return start(configuration, practice(configuration, database, clock, words), around);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** What this configuration's rooms share. */
  public static Practice practice(
      Configuration configuration, Database database, InstantSource clock) {
    return practice(configuration, database, clock, AllWords.load());
  }

  private static Practice practice(
      Configuration configuration, Database database, InstantSource clock, AllWords all) {
    Problems problems = new Problems();
    Optional<Library> library = Library.load(ClinicSettings.shelves(configuration), problems);
    Optional<Articles> articles =
        library.flatMap(
            programmes -> Articles.load(configuration.articles(), programmes, problems));
    Optional<Clinic> clinic = ClinicSettings.load(configuration, problems);
    if (library.isEmpty() || articles.isEmpty() || clinic.isEmpty() || !problems.isEmpty()) {
      throw new BadPack(problems);
    }
    SecureRandom random = new SecureRandom();
    Journeys journeys = new Journeys(library.get(), new SqlJournals(database), clock, random);
    PublicAddress address = new PublicAddress(configuration.publicAddress());
    AllWords words = all.usually(clinic.get().language());
    return new Practice(
        library.get(),
        articles.get(),
        journeys,
        new Bookings(
            clinic.get(),
            new SqlAppointments(database),
            clock,
            UUID::randomUUID,
            random,
            letters(new Writers(address, clinic.get(), words), configuration.mail(), clock)),
        People.of(database, clock, random, address, clinic.get().name()),
        new ClinicList(new SqlClinicList(database), journeys, clock),
        database,
        clock,
        random,
        configuration.mail(),
        new Push(VapidKey.of(database.folder(), random), configuration.reach()),
        new Reminders(database, clock, random),
        words);
  }

  /** What letters about visits are written with. */
  private record Writers(PublicAddress address, Clinic clinic, AllWords words) {}

  /**
   * Who writes about visits: into the outbox, in the transaction that books, moves or cancels.
   * Where nothing can be sent, nothing is written: a letter holds a link that lets somebody in.
   */
  private static Correspondence letters(Writers with, Optional<Smtp> mail, InstantSource clock) {
    if (mail.isEmpty()) {
      return Correspondence.NONE;
    }
    return new VisitLetters(
        person ->
            new VisitCalendars(
                with.clinic(), mail.map(Smtp::from), with.words().in(person.language())),
        clock,
        with.address(),
        (connection, letter) ->
            Outbox.add(
                connection,
                new Letter(
                    UUID.randomUUID(),
                    letter.to(),
                    letter.subject(),
                    letter.text(),
                    Optional.empty(),
                    letter
                        .method()
                        .map(method -> new CalendarPart(method, letter.ics().orElseThrow())),
                    Optional.empty(),
                    letter.at(),
                    letter.uselessAfter(),
                    letter.journey())));
  }

  /** Serves a practice that is there already; closing the server closes its database. */
  public static Server start(Configuration configuration, Practice practice) {
    return start(configuration, practice, config -> {});
  }

  private static Server start(
      Configuration configuration, Practice practice, Consumer<JavalinConfig> around) {
    Pages pages = new Pages(practice);
    Calls calls = new Calls(practice);
    ErrorBodies bodies =
        (asker, refusal) ->
            asker.path().startsWith("/api/")
                ? calls.tell(asker, refusal)
                : pages.tell(asker, refusal);
    Optional<RateLimits> rateLimits =
        configuration.rateLimits()
            ? Optional.of(new RateLimits(practice.clock()))
            : Optional.empty();
    Optional<KeptLimits> kept =
        rateLimits.map(limits -> new KeptLimits(limits, practice.database(), practice.clock()));
    kept.ifPresent(KeptLimits::begin);
    Guard guard =
        new Guard(
            configuration.trustedProxies(),
            new Reception(practice.people(), practice.journeys()),
            rateLimits,
            bodies);

    Javalin javalin =
        Javalin.create(
            config -> {
              quiet(config);
              around.accept(config);
              jetty(config, guard, new LastResort(bodies));
              calls.add(config.routes);
              pages.add(config.routes);
              new Faults(bodies).add(config);
            });
    javalin.start(configuration.host(), configuration.port());
    practice.people().address().answersAt(javalin.port());
    Forgetting forgetting =
        new Forgetting(practice.bookings(), new PastAccess(practice.database()), practice.clock());
    forgetting.begin();
    SummingUp summingUp = new SummingUp(practice.list());
    summingUp.begin();
    Sending sending = Sending.of(practice, practice.people().address());
    sending.begin();
    return new Server(
        practice, javalin, configuration.host(), forgetting, summingUp, sending, kept);
  }

  private static void quiet(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
  }

  private static void jetty(JavalinConfig config, Guard guard, LastResort lastResort) {
    config.concurrency.useVirtualThreads = false; // waiting inside SQLite would pin their carriers
    config.http.prefer405over404 = true;
    config.http.maxRequestSize = Guard.LARGEST_BODY;
    config.jetty.modifyHttpConfiguration(
        http -> {
          http.setSendServerVersion(false);
          http.setRequestHeaderSize(LONGEST_HEADERS);
          http.setIdleTimeout(IDLE.toMillis());
        });
    config.jetty.modifyServer(
        server -> {
          server.setErrorHandler(lastResort);
          server.addEventListener(
              new LifeCycle.Listener() {
                @Override
                public void lifeCycleStarting(LifeCycle starting) {
                  for (Connector connector : server.getConnectors()) {
                    if (connector instanceof ServerConnector network) {
                      network.setAcceptQueueSize(WAITING_CONNECTIONS);
                    }
                  }
                }
              });
          server.addBean(new NetworkConnectionLimit(CONNECTIONS, server));
          server.addBean(new SlowRequests(server, ARRIVES));
          server.setStopTimeout(STOP.toMillis());
        });
    config.jetty.modifyServletContextHandler(
        context -> {
          FilterHolder holder = new FilterHolder(guard);
          holder.setAsyncSupported(true);
          context.addFilter(holder, "/*", EnumSet.of(DispatcherType.REQUEST));
          context.setErrorHandler(lastResort);
        });
  }

  public int port() {
    return javalin.port();
  }

  /** Where it answers: {@code http://127.0.0.1:8080}. */
  public String address() {
    String shown = host.equals("0.0.0.0") || host.equals("::") ? "localhost" : host;
    return "http://" + (shown.contains(":") ? "[" + shown + "]" : shown) + ":" + port();
  }

  /** A new one-time link that makes the first administrator, where there is no staff yet. */
  public Optional<String> setUpLink() {
    People people = practice.people();
    return people.team().all().isEmpty()
        ? Optional.of(people.address().get() + "/staff/join/" + people.team().setUpLink().text())
        : Optional.empty();
  }

  public Practice practice() {
    return practice;
  }

  @Override
  public void close() {
    try {
      javalin.stop();
    } catch (JavalinException e) {
      LOG.warn("a request that took longer than {} s was cut off", STOP.toSeconds());
      LOG.debug("while stopping", e);
    }
    sending.close();
    forgetting.close();
    summingUp.close();
    limits.ifPresent(KeptLimits::close);
    practice.database().close();
    LOG.debug("stopped");
  }
}
