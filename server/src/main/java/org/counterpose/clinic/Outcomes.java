package org.counterpose.clinic;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.counterpose.store.ListRow;
import org.counterpose.store.SqlClinicList;
import org.counterpose.verdict.Verdict;

/**
 * What came out of one programme's trials that are shared with the clinic. Groups of fewer than
 * {@link #LEAST} people are not told, and neither is a part whose rest would be so small: a number
 * that is one person is that person's.
 *
 * @param started trials whose first day began: not those that the check stopped and that wait
 * @param finished trials whose last day is over
 * @param endings of those who began longer ago than a trial may last: a clear verdict comes a week
 *     before the others, so that any earlier count would lean towards clear ones
 * @param stepsDone the mean share of each step that was done, in percent
 * @param stillLogging of those for whom that day of the trial is over and the plan did not rest on
 *     it: the share who logged something then or later
 */
public record Outcomes(
    int started,
    int finished,
    Map<Ending, Share> endings,
    Map<String, Mean> stepsDone,
    Map<Integer, Share> stillLogging,
    FirstLooks looks) {

  /** The smallest group that is told. */
  public static final int LEAST = 5;

  /** The days of a trial at which it is told how many still log. */
  static final List<Integer> DAYS = List.of(3, 7, 14, 21);

  /** How a trial ended: its verdict, or a stop for safety that nobody has cleared. */
  public enum Ending {
    BETTER,
    NO_CLEAR_CHANGE,
    WORSE,
    NOT_ENOUGH_DAYS,
    STOPPED;

    private static Optional<Ending> of(ListRow.Facts facts) {
      if (!facts.settled()) {
        return Optional.empty();
      }
      return Need.ofRank(facts.need()).isStop()
          ? Optional.of(STOPPED)
          : facts.verdict().map(answer -> of(Verdict.Answer.valueOf(answer)));
    }

    private static Ending of(Verdict.Answer answer) {
      return switch (answer) {
        case BETTER -> BETTER;
        case NO_CLEAR_CHANGE -> NO_CLEAR_CHANGE;
        case WORSE -> WORSE;
        case NOT_ENOUGH_DAYS -> NOT_ENOUGH_DAYS;
      };
    }
  }

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

    /** Whether only those who are not counted are a handful. */
    public boolean isAllButFew() {
      return of >= LEAST && !isFew(many) && isFew(of - many);
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

  /** The outcomes of one programme at some places; no places at all means every place. */
  public static Outcomes of(SqlClinicList list, String programme, Set<String> places, Instant now) {
    Counting counting = new Counting(programme);
    list.each(places, counting::add);
    return counting.outcomes(
        FirstLooks.of(
            list.stops(places).stream().filter(stop -> stop.programme().equals(programme)).toList(),
            now));
  }

  /**
   * The shares of a whole add up: a single one that is not told is the rest of those that are. The
   * smallest others are hidden with it, until those hidden together are no handful.
   */
  static void hideWhatTheRestTells(Map<Ending, Share> shares) {
    while (true) {
      List<Share> hidden = shares.values().stream().filter(share -> !share.isTold()).toList();
      int people = hidden.stream().mapToInt(Share::many).sum();
      Optional<Ending> next =
          shares.entrySet().stream()
              .filter(one -> one.getValue().isTold())
              .min(Comparator.comparingInt(one -> one.getValue().many()))
              .map(Map.Entry::getKey);
      if (hidden.isEmpty() || (hidden.size() > 1 && people >= LEAST) || next.isEmpty()) {
        return;
      }
      shares.computeIfPresent(next.get(), (ending, share) -> share.untold());
    }
  }

  private static final class Counting {
    private final String programme;
    private int started;
    private int finished;
    private final Map<Ending, Integer> endings = new EnumMap<>(Ending.class);
    private final Map<String, List<Integer>> steps = new LinkedHashMap<>();
    private final Map<Integer, List<Integer>> logging = new HashMap<>();

    Counting(String programme) {
      this.programme = programme;
    }

    void add(ListRow.Facts facts) {
      if (!facts.programme().equals(programme) || !facts.begun()) {
        return;
      }
      started++;
      finished += facts.ended() ? 1 : 0;
      Ending.of(facts).ifPresent(ending -> endings.merge(ending, 1, Integer::sum));
      eachOf(
          facts.stepsDone(),
          (step, percent) -> steps.computeIfAbsent(step, name -> new ArrayList<>()).add(percent));
      eachOf(
          facts.stillLogging(),
          (day, logs) ->
              logging.computeIfAbsent(Integer.valueOf(day), one -> new ArrayList<>()).add(logs));
    }

    /** Reads {@code name=number,name=number}. */
    private static void eachOf(String kept, BiConsumer<String, Integer> reader) {
      for (String one : kept.split(",")) {
        int equals = one.indexOf('=');
        if (equals > 0) {
          reader.accept(one.substring(0, equals), Integer.valueOf(one.substring(equals + 1)));
        }
      }
    }

    Outcomes outcomes(FirstLooks looks) {
      int judged = sum(endings.values());
      Map<Ending, Share> shares = new EnumMap<>(Ending.class);
      for (Ending ending : Ending.values()) {
        shares.put(ending, new Share(judged, endings.getOrDefault(ending, 0)));
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
      for (Integer day : DAYS) {
        List<Integer> logs = logging.getOrDefault(day, List.of());
        still.put(day, new Share(logs.size(), sum(logs)));
      }
      return new Outcomes(started, finished, shares, means, still, looks);
    }

    private static int sum(Collection<Integer> numbers) {
      return numbers.stream().mapToInt(Integer::intValue).sum();
    }
  }
}
