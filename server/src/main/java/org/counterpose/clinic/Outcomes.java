package org.counterpose.clinic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.counterpose.store.ListRow;
import org.counterpose.store.SafetyStop;
import org.counterpose.store.SqlClinicList;
import org.counterpose.verdict.Verdict;

/**
 * What came out of one programme's trials that are shared with the clinic. Groups of fewer than
 * {@link #LEAST} people are not told, and neither is a part whose rest would be so small: a number
 * that is one person is that person's.
 *
 * @param finished trials whose last day is over
 * @param verdicts of the finished ones
 * @param stepsDone the mean share of each step that was done, in percent
 * @param stillLogging of those who began so long ago that they could have: the share who logged
 *     something on that day of the trial or later, day 7, 14, 21
 */
public record Outcomes(
    int started,
    int finished,
    Map<Verdict.Answer, Share> verdicts,
    Map<String, Mean> stepsDone,
    Map<Integer, Share> stillLogging,
    Stops stops) {

  /** The smallest group that is told. */
  public static final int LEAST = 5;

  private static final List<Integer> DAYS = List.of(3, 7, 14, 21);

  /**
   * How many of how many, and the 95 % interval of the share by Wilson's score.
   *
   * @param isTold whether it may be told: neither those counted nor the rest are a handful
   */
  public record Share(int of, int many, boolean isTold) {

    public Share(int of, int many) {
      this(of, many, of >= LEAST && !isFew(many) && !isFew(of - many));
    }

    private static boolean isFew(int people) {
      return people > 0 && people < LEAST;
    }

    Share untold() {
      return new Share(of, many, false);
    }

    public Share {
      if (of < 0 || many < 0 || many > of) {
        throw new IllegalArgumentException(
            "a share is of more than it has, got " + many + " of " + of);
      }
    }

    public int percent() {
      return of == 0 ? 0 : (int) Math.round(100.0 * many / of);
    }

    /**
     * Wilson's score interval without continuity correction (Wilson 1927), in percent.
     *
     * @return low and high
     */
    public int[] interval() {
      double z = 1.959964;
      double share = (double) many / of;
      double middle = share + z * z / (2 * of);
      double spread = z * Math.sqrt(share * (1 - share) / of + z * z / (4.0 * of * of));
      double scale = 1 + z * z / of;
      return new int[] {
        (int) Math.floor(100 * Math.max(0, (middle - spread) / scale)),
        (int) Math.ceil(100 * Math.min(1, (middle + spread) / scale))
      };
    }
  }

  /** A mean over so many people. */
  public record Mean(int people, int percent) {
    public boolean isTold() {
      return people >= LEAST;
    }
  }

  /**
   * Stops for safety.
   *
   * @param many how many there were, {@code lookedAt} of which somebody looked at
   * @param median the time to the first look, and {@code late} that of the slowest in ten
   */
  public record Stops(int many, int lookedAt, Optional<Duration> median, Optional<Duration> late) {

    /** Whether they may be told: a stop of few people is theirs. */
    public boolean isTold() {
      return many == 0 || many >= LEAST;
    }
  }

  /** The outcomes of one programme at some places; no places at all means every place. */
  public static Outcomes of(SqlClinicList list, String programme, Set<String> places) {
    Counting counting = new Counting(programme);
    list.each(places, counting::add);
    return counting.outcomes(
        stops(
            list.stops(places).stream()
                .filter(stop -> stop.programme().equals(programme))
                .toList()));
  }

  /**
   * The shares of a whole add up: a single one that is not told is the rest of those that are. The
   * smallest others are hidden with it, until those hidden together are no handful.
   */
  static void hideWhatTheRestTells(Map<Verdict.Answer, Share> shares) {
    while (true) {
      List<Share> hidden = shares.values().stream().filter(share -> !share.isTold()).toList();
      int people = hidden.stream().mapToInt(Share::many).sum();
      Optional<Verdict.Answer> next =
          shares.entrySet().stream()
              .filter(one -> one.getValue().isTold())
              .min(Comparator.comparingInt(one -> one.getValue().many()))
              .map(Map.Entry::getKey);
      if (hidden.isEmpty() || (hidden.size() > 1 && people >= LEAST) || next.isEmpty()) {
        return;
      }
      shares.computeIfPresent(next.get(), (answer, share) -> share.untold());
    }
  }

  private static Stops stops(List<SafetyStop> stops) {
    List<Duration> looks =
        stops.stream()
            .flatMap(
                stop -> stop.lookedAt().stream().map(at -> Duration.between(stop.knownAt(), at)))
            .map(wait -> wait.isNegative() ? Duration.ZERO : wait)
            .sorted()
            .toList();
    return new Stops(stops.size(), looks.size(), at(looks, 0.5), at(looks, 0.9));
  }

  private static Optional<Duration> at(List<Duration> sorted, double part) {
    return sorted.isEmpty()
        ? Optional.empty()
        : Optional.of(
            sorted.get(Math.min(sorted.size() - 1, (int) Math.ceil(part * sorted.size()) - 1)));
  }

  private static final class Counting {
    private final String programme;
    private int started;
    private int finished;
    private final Map<Verdict.Answer, Integer> verdicts = new EnumMap<>(Verdict.Answer.class);
    private final Map<String, List<Integer>> steps = new LinkedHashMap<>();
    private final int[] reached = new int[DAYS.size()];
    private final int[] logging = new int[DAYS.size()];

    Counting(String programme) {
      this.programme = programme;
    }

    void add(ListRow row) {
      ListRow.Facts facts = row.facts();
      if (!facts.programme().equals(programme)) {
        return;
      }
      started++;
      if (facts.ended()) {
        finished++;
        facts
            .verdict()
            .ifPresent(answer -> verdicts.merge(Verdict.Answer.valueOf(answer), 1, Integer::sum));
      }
      for (String step : facts.stepsDone().split(",")) {
        int equals = step.indexOf('=');
        if (equals > 0) {
          steps
              .computeIfAbsent(step.substring(0, equals), name -> new ArrayList<>())
              .add(Integer.valueOf(step.substring(equals + 1)));
        }
      }
      IntStream.range(0, DAYS.size())
          .filter(at -> facts.day() >= DAYS.get(at))
          .forEach(
              at -> {
                reached[at]++;
                logging[at] += facts.loggedDay() >= DAYS.get(at) ? 1 : 0;
              });
    }

    Outcomes outcomes(Stops stops) {
      int judged = verdicts.values().stream().mapToInt(Integer::intValue).sum();
      Map<Verdict.Answer, Share> shares = new EnumMap<>(Verdict.Answer.class);
      for (Verdict.Answer answer : Verdict.Answer.values()) {
        shares.put(answer, new Share(judged, verdicts.getOrDefault(answer, 0)));
      }
      hideWhatTheRestTells(shares);
      Map<String, Mean> means = new LinkedHashMap<>();
      steps.forEach(
          (step, all) ->
              means.put(
                  step,
                  new Mean(
                      all.size(),
                      (int) Math.round(all.stream().mapToInt(i -> i).average().orElse(0)))));
      Map<Integer, Share> still = new LinkedHashMap<>();
      for (int at = 0; at < DAYS.size(); at++) {
        still.put(DAYS.get(at), new Share(reached[at], logging[at]));
      }
      return new Outcomes(started, finished, shares, means, still, stops);
    }
  }
}
