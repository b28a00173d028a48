package org.counterpose.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.logging.LogManager;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs the measures that are asked for, or all, and prints one table. */
public final class Main {

  private static final List<Measure> MEASURES =
      List.of(
          new JournalBench(),
          new EntriesOverHttpBench(),
          new TodayBench(),
          new BookingBench(),
          new ListBench(),
          new RemindersBench(),
          new StartBench(),
          new VerdictBench(),
          new HandoutBench(),
          new CoachBench(),
          new PagesBench(),
          new LighthouseBench());

  private Main() {}

  public static void main(String[] names) {
    LogManager.getLogManager().reset(); // a server that starts is not what is told here
    int status = 1;
    try {
      status = run(List.of(names));
    } catch (Exception e) {
      e.printStackTrace();
    } finally {
      System.exit(status); // a server that a failed measure left running would keep us here
    }
  }

  private static int run(List<String> names) throws Exception {
    if (names.contains("--help") || names.contains("-h")) {
      System.out.println("usage: ./bench [NAME..]   no name means all of them");
      MEASURES.forEach(
          measure -> System.out.printf("  %-10s %s%n", measure.name(), measure.about()));
      return 0;
    }
    for (String name : names) {
      if (MEASURES.stream().noneMatch(measure -> measure.name().equals(name))) {
        System.err.println("There is no measure called '" + name + "'; there are " + all() + ".");
        return 2;
      }
    }
    List<Row> rows = new ArrayList<>();
    boolean failed = false;
    for (Measure measure : MEASURES) {
      if (names.isEmpty() || names.contains(measure.name())) {
        System.err.println(measure.name() + ": " + measure.about());
        List<Row> measured = run(measure);
        rows.addAll(measured);
        failed |= measure.mustMeetItsTargets() && measured.stream().anyMatch(Row::isMissed);
      }
    }
    new Table(rows).print(System.out);
    return failed ? 1 : 0;
  }

  private static String all() {
    return MEASURES.stream().map(Measure::name).collect(Collectors.joining(", "));
  }

  /** Runs one in a folder of its own beside the build, which is on a disk and not in memory. */
  private static List<Row> run(Measure measure) throws Exception {
    Path place =
        Path.of(System.getProperty("counterpose.home", ""))
            .toAbsolutePath()
            .resolve("benchmarks/target");
    Files.createDirectories(place);
    if (Files.getFileStore(place).type().equals("tmpfs")) {
      System.err.println(place + " is in memory: what is said of syncs there means nothing.");
    }
    Path folder = Files.createTempDirectory(place, measure.name());
    try {
      return measure.run(folder);
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
