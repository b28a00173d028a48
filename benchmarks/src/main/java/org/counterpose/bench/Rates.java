package org.counterpose.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * How often a thing was done, and how long each took.
 *
 * @param nanos of each time, sorted
 * @param wall from the first to the last
 */
record Rates(long[] nanos, Duration wall) {

  double perSecond() {
    return nanos.length / (wall.toNanos() / 1e9);
  }

  /** What 99 of 100 did not exceed, in milliseconds. */
  double p99() {
    return nanos.length == 0 ? 0 : nanos[(int) ((nanos.length - 1) * 0.99)] / 1e6;
  }

  /**
   * Does a thing over and over from several threads at once for a while.
   *
   * @param thing given a thread's number, what that thread does over and over
   */
  static Rates of(int threads, Duration time, IntFunction<Callable<?>> thing) throws Exception {
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      CountDownLatch ready = new CountDownLatch(threads);
      CountDownLatch go = new CountDownLatch(1);
      List<Future<long[]>> all =
          IntStream.range(0, threads)
              .mapToObj(
                  thread ->
                      pool.submit(
                          () -> {
                            Callable<?> mine = thing.apply(thread);
                            ready.countDown();
                            go.await();
                            return repeat(mine, time);
                          }))
              .toList();
      ready.await();
      long begun = System.nanoTime();
      go.countDown();
      LongStream nanos = LongStream.empty();
      for (Future<long[]> one : all) {
        nanos = LongStream.concat(nanos, Arrays.stream(one.get()));
      }
      return new Rates(nanos.sorted().toArray(), Duration.ofNanos(System.nanoTime() - begun));
    }
  }

  private static long[] repeat(Callable<?> thing, Duration time) throws Exception {
    long[] nanos = new long[1024];
    int done = 0;
    long end = System.nanoTime() + time.toNanos();
    long before = System.nanoTime();
    while (before < end) {
      thing.call();
      long after = System.nanoTime();
      if (done == nanos.length) {
        nanos = Arrays.copyOf(nanos, done * 2);
      }
      nanos[done++] = after - before;
      before = after;
    }
    return Arrays.copyOf(nanos, done);
  }

  static double median(List<Rates> rounds, ToDoubleFunction<Rates> of) {
    double[] sorted = rounds.stream().mapToDouble(of).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  static String perSecond(List<Rates> rounds) {
    double median = median(rounds, Rates::perSecond);
    return String.format(Locale.ROOT, median < 10 ? "%.1f /s" : "%,.0f /s", median);
  }

  static String p99(List<Rates> rounds) {
    return String.format(Locale.ROOT, "%.2f ms", median(rounds, Rates::p99));
  }
}
