package org.counterpose.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The inputs that are kept of each target: seeds from real use, and what the fuzzer found. */
enum KeptCorpus {
  PACK(PackTarget.class, PackTarget::isRead, 60_000),
  ANSWERS(AnswersTarget.class, AnswersTarget::isRead, 10_000),
  ENTRIES(EntriesTarget.class, EntriesTarget::isRead, 20_000),
  DIARY(DiaryTarget.class, DiaryTarget::isRead, 20_000);

  private final Class<?> target;
  private final Predicate<byte[]> reading;
  private final int longest;

  KeptCorpus(Class<?> target, Predicate<byte[]> reading, int longest) {
    this.target = target;
    this.reading = reading;
    this.longest = longest;
  }

  Class<?> target() {
    return target;
  }

  /** In bytes: the longest input that the fuzzer makes. */
  int longest() {
    return longest;
  }

  /** Whether an input was read, and not refused; throws where a promise is broken. */
  boolean isRead(Path input) {
    try {
      return reading.test(Files.readAllBytes(input));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path folder() {
    return Path.of("src", "test", "corpus", word());
  }

  String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  List<Path> inputs() {
    try (Stream<Path> files = Files.list(folder())) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
