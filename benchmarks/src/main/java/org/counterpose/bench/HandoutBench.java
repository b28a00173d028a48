package org.counterpose.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.counterpose.app.Configuration;
import org.counterpose.app.Server;
import org.counterpose.handout.Code;
import org.counterpose.handout.Handouts;
import org.counterpose.handout.Paper;
import org.counterpose.journeys.Journey;
import org.counterpose.practice.Practice;
import org.counterpose.store.Database;
import org.counterpose.words.Words;

/** Handouts a second: a person's plan as PDF with its pictures and code, on one thread. */
final class HandoutBench implements Measure {

  private static final Instant NOW = Instant.parse("2026-11-20T15:00:00Z");
  private static final Duration ROUND = Duration.ofSeconds(5);
  private static final int ROUNDS = 3;

  @Override
  public String name() {
    return "handout";
  }

  @Override
  public String about() {
    return "a person's plan printed as PDF, a second, on one thread";
  }

  @Override
  public List<Row> run(Path folder) throws Exception {
    Configuration configuration =
        Configuration.forTests(folder, Path.of(System.getProperty("counterpose.home", "")));
    List<Rates> rounds = new ArrayList<>();
    try (Database database = Database.open(folder)) {
      Practice practice = Server.practice(configuration, database, InstantSource.fixed(NOW));
      Journey journey =
          Sample.begin(practice.journeys(), practice.library().programmes().getFirst()).journey();
      Handouts handouts =
          new Handouts(practice.library(), practice.bookings().clinic(), Words.load("en"));
      Handouts.For asked =
          new Handouts.For(
              Optional.of("Ana B."),
              Optional.of(new Code("https://clinic.example/today", Code.Leads.TO_TODAY)),
              Paper.A4,
              LocalDate.of(2026, 11, 20));
      for (int round = -1; round < ROUNDS; round++) {
        Rates rates =
            Rates.of(1, ROUND, thread -> () -> handouts.ofTrial(journey, NOW, asked).length);
        if (round >= 0) {
          rounds.add(rates);
        }
      }
    }
    return List.of(
        Row.figure("handouts a second, one thread", Rates.perSecond(rounds)),
        Row.figure("  p99 of one", Rates.p99(rounds)));
  }
}
