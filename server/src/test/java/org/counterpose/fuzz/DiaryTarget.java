package org.counterpose.fuzz;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.counterpose.document.Problems;
import org.counterpose.documents.Json;
import org.counterpose.programme.Programme;
import org.counterpose.verdict.Change;
import org.counterpose.verdict.DayLevel;
import org.counterpose.verdict.Diary;
import org.counterpose.verdict.Judge;
import org.counterpose.verdict.Ratings;
import org.counterpose.verdict.Verdict;
import org.counterpose.verdict.VerdictDocument;
import org.counterpose.words.DiaryInWords;
import org.counterpose.words.VerdictInWords;
import org.counterpose.words.Words;

/** A diary, read and judged as the command line does. */
public final class DiaryTarget {

  private static final Programme.Trial TRIAL = Programme.Trial.forBackPain(21, 28);
  private static final List<Words> WORDS = Words.languages().stream().map(Words::load).toList();
  private static final LocalDate ANY_DAY = LocalDate.of(2026, 11, 2);

  private DiaryTarget() {}

  public static void fuzzerTestOneInput(byte[] input) {
    isRead(input);
  }

  /** Whether it was read, and not refused. */
  static boolean isRead(byte[] input) {
    Problems problems = new Problems();
    String text = new String(input, StandardCharsets.UTF_8);
    Optional<Diary> diary = Diary.read("diary.csv", text, problems);
    Must.beReadOrTold(diary.isPresent(), problems);
    long lines = Math.max(1, text.lines().count());
    Must.hold(
        problems.list().stream().allMatch(one -> one.place().line() <= lines),
        () -> "a line that is not there: " + problems.list());
    diary.ifPresent(DiaryTarget::isJudged);
    return diary.isPresent();
  }

  private static void isJudged(Diary diary) {
    Must.hold(
        Diary.read("again.csv", written(diary), new Problems()).equals(Optional.of(diary)),
        () -> "is another when it is written and read again:\n" + written(diary));
    Verdict pain = Judge.judge(diary.pain(), TRIAL);
    Optional<Verdict> stiffness =
        diary.stiffness().map(ratings -> Judge.judgeStiffness(ratings, TRIAL));
    isSound(pain);
    stiffness.ifPresent(DiaryTarget::isSound);
    for (DayLevel level : Judge.levels(diary.pain(), TRIAL)) {
      Must.hold(
          level.low() <= level.level() && level.level() <= level.high(),
          () -> "a level outside its band: " + level);
    }
    Json.write(VerdictDocument.write(pain, stiffness, OptionalDouble.empty()));
    for (Words words : WORDS) {
      Must.hold(
          !VerdictInWords.of(pain, TRIAL, words).title().isBlank(), () -> "no words for " + pain);
      DiaryInWords.of(diary, pain, stiffness, TRIAL, words);
    }
  }

  private static void isSound(Verdict verdict) {
    for (Change change : verdict.change().stream().toList()) {
      Must.hold(
          change.low() <= change.estimate()
              && change.estimate() <= change.high()
              && isChance(change.important())
              && isChance(change.relief())
              && isChance(change.worsening()),
          () -> "no sound change: " + change);
    }
  }

  private static boolean isChance(double share) {
    return share >= 0 && share <= 1;
  }

  private static String written(Diary diary) {
    StringBuilder text = new StringBuilder("date,pain,stiffness\n");
    for (int day = 1; day <= diary.pain().day(); day++) {
      text.append(ANY_DAY.plusDays(day - 1L))
          .append(',')
          .append(rating(Optional.of(diary.pain()), day))
          .append(',')
          .append(rating(diary.stiffness(), day))
          .append('\n');
    }
    return text.toString();
  }

  private static String rating(Optional<Ratings> ratings, int day) {
    return ratings.map(known -> known.byDay().get(day)).map(Object::toString).orElse("");
  }
}
