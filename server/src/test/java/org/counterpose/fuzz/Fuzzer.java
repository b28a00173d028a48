package org.counterpose.fuzz;

import com.code_intelligence.jazzer.Jazzer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.counterpose.app.AnotherJava;

/**
 * Jazzer for one target, in a process of its own whose memory is bounded.
 *
 * @param folder where it keeps the inputs that reached something new, what broke, and its log
 */
record Fuzzer(KeptCorpus corpus, Path folder) {

  static Fuzzer of(KeptCorpus corpus) throws IOException {
    Fuzzer fuzzer = new Fuzzer(corpus, Path.of("target", "fuzz", corpus.word()).toAbsolutePath());
    Files.createDirectories(fuzzer.grown());
    return fuzzer;
  }

  /** The inputs that reached something new. */
  Path grown() {
    return folder.resolve("corpus");
  }

  Path log() {
    return folder.resolve("log.txt");
  }

  /**
   * New inputs for so many seconds; one that takes a minute is a finding too.
   *
   * @return 0 where nothing was found
   */
  int search(long seconds, long seed) throws IOException, InterruptedException {
    return run(
        "-max_total_time=" + seconds,
        "-seed=" + seed,
        "-timeout=60",
        "-print_final_stats=1",
        grown().toString(),
        corpus.folder().toString());
  }

  /** Puts as few of the new inputs as reach everything new into the kept ones. */
  int keep() throws IOException, InterruptedException {
    return run("-merge=1", "-use_counters=0", corpus.folder().toString(), grown().toString());
  }

  private int run(String... arguments) throws IOException, InterruptedException {
    List<String> options =
        List.of(
            "-Xmx1g",
            "-XX:TieredStopAtLevel=4",
            "-XX:+EnableDynamicAgentLoading",
            "--sun-misc-unsafe-memory-access=allow",
            "-Djava.awt.headless=true");
    List<String> command =
        new ArrayList<>(
            AnotherJava.command(
                options,
                Jazzer.class,
                "--target_class=" + corpus.target().getName(),
                "--instrumentation_includes=org.counterpose.**",
                "--custom_hook_includes=org.counterpose.**",
                "--reproducer_path=" + folder,
                "-artifact_prefix=" + folder + "/",
                "-max_len=" + corpus.longest(),
                "-rss_limit_mb=0"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log().toFile())
            .start();
    try {
      return process.waitFor();
    } finally {
      process.destroyForcibly();
    }
  }

  /** How often it ran, and what it reached. */
  String counts() throws IOException {
    List<String> said = said();
    List<String> coverage = said.stream().filter(line -> line.contains(" cov: ")).toList();
    return Stream.concat(
            coverage.stream().skip(Math.max(0, coverage.size() - 1)),
            said.stream().filter(line -> line.startsWith("stat::")))
        .collect(Collectors.joining("\n"));
  }

  /** What it found, in its own words; empty where it found nothing. */
  String finding() throws IOException {
    return said().stream()
        .dropWhile(line -> !line.startsWith("== Java") && !line.contains("ERROR: libFuzzer"))
        .limit(20)
        .collect(Collectors.joining("\n"));
  }

  /** Its log; the bytes of inputs that stand in it are no text. */
  private List<String> said() throws IOException {
    return Files.readString(log(), StandardCharsets.ISO_8859_1).lines().toList();
  }
}
