package org.counterpose.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * From {@code ./run} on a built tree to the first answered page, and the memory of the process.
 * Only where there is a {@code /proc}.
 */
final class StartBench implements Measure {

  private static final int ROUNDS = 5;
  private static final int CLIENTS = 16;
  private static final Duration LOAD = Duration.ofSeconds(8);
  private static final double TICKS = 100;

  @Override
  public String name() {
    return "start";
  }

  @Override
  public String about() {
    return "./run to the first answered page: wall and CPU seconds; memory idle and after a load";
  }

  @Override
  public List<Row> run(Path folder) throws Exception {
    if (!Files.isReadable(Path.of("/proc/self/stat"))) {
      return List.of(Row.figure("start", "not measured: there is no /proc here"));
    }
    List<Double> wall = new ArrayList<>();
    List<Double> cpu = new ArrayList<>();
    List<Double> idle = new ArrayList<>();
    List<Double> loaded = new ArrayList<>();
    for (int round = -1; round < ROUNDS; round++) {
      long begun = System.nanoTime();
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("counterpose.home", ""), "run").toString(),
                  "serve",
                  "--port",
                  "0",
                  "--data",
                  folder.resolve("round" + round).toString())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try {
        int port = port(process);
        try (Connection connection = new Connection(port)) {
          connection.get("/", "Accept: text/html");
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        double used = cpuSeconds(process.pid());
        if (round >= 0) {
          wall.add(seconds);
          cpu.add(used);
          Thread.sleep(500);
          idle.add(residentMegabytes(process.pid()));
        }
        if (round == ROUNDS - 1) {
          Rates.of(CLIENTS, LOAD, client -> visitor(port));
          loaded.add(residentMegabytes(process.pid()));
        }
      } finally {
        process.destroy();
        process.waitFor(20, TimeUnit.SECONDS);
      }
    }
    return List.of(
        Row.figure("./run to the first answered page, wall", figure("%.2f s", wall)),
        Row.figure("  CPU of the server until then", figure("%.2f s", cpu)),
        Row.figure("  resident memory, idle", figure("%.0f MB", idle)),
        Row.figure(
            "  resident memory after " + LOAD.toSeconds() + " s of load",
            figure("%.0f MB", loaded)));
  }

  private static java.util.concurrent.Callable<?> visitor(int port) {
    try {
      Connection connection = new Connection(port);
      return () -> {
        connection.get("/", "Accept: text/html");
        return connection.get("/api/v1/programmes/mid-back", "Accept: application/json");
      };
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static int port(Process process) throws IOException {
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      int at = line.lastIndexOf("http://");
      if (at >= 0) {
        return Integer.parseInt(line.substring(line.lastIndexOf(':') + 1).strip());
      }
    }
    throw new IOException("./run ended before it served");
  }

  /** Of the process and of what it ran and waited for, such as the shell's own parts. */
  private static double cpuSeconds(long pid) throws IOException {
    String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return Arrays.stream(fields, 11, 15).mapToLong(Long::parseLong).sum() / TICKS;
  }

  private static double residentMegabytes(long pid) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
        .findFirst()
        .orElse(0);
  }

  private static String figure(String format, List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return String.format(Locale.ROOT, format, sorted[sorted.length / 2]);
  }
}
