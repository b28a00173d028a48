package org.counterpose.verdict;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.counterpose.document.Problem;
import org.counterpose.document.Problems;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Diaries that something went wrong with: they are judged, or what is wrong is named. */
class MangledDiaryTest {

  private static final int DIARIES = 1500;

  private static final List<String> BITS =
      List.of(
          ",",
          ";",
          "\"",
          "\n",
          "\r",
          "\t",
          " ",
          ".",
          "-",
          "5",
          "0",
          "6,5",
          "6.5",
          "10",
          "11",
          "\0",
          "\uFEFF",
          "\u202E",
          "date,pain\n",
          "date,pain,stiffness\n",
          "pain,date\n",
          "2026-11-03",
          "\u00e4",
          "9999999999",
          "x",
          "\uD83D\uDE00",
          ",,,");

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {20261126, 1, 2, 3})
  void a_mangled_diary_is_judged_or_its_faults_are_named(long seed) {
    Random random = new Random(seed);
    int judged = 0;
    int refused = 0;
    for (int at = 0; at < DIARIES; at++) {
      String text = new String(mangled(written(random), random), UTF_8);
      String as = "seed " + seed + ", diary " + at + ": " + text;
      Problems problems = new Problems();
      Optional<Diary> diary = Diary.read("d.csv", text, problems);
      if (diary.isPresent()) {
        assertThat(problems.isEmpty()).as(as).isTrue();
        assertThat(Judge.judge(diary.get().pain(), Days.TRIAL).daysOf()).as(as).isBetween(1, 28);
        diary
            .get()
            .stiffness()
            .map(stiffness -> Judge.judgeStiffness(stiffness, Days.TRIAL))
            .ifPresent(verdict -> assertThat(verdict.daysUsed()).as(as).isBetween(0, 28));
        judged++;
      } else {
        int lines = text.split("\r\n|\r|\n", -1).length;
        assertThat(problems.list()).as(as).isNotEmpty();
        for (Problem problem : problems.list()) {
          assertThat(problem.place().line()).as(as).isBetween(1, lines);
          assertThat(problem.toString())
              .as(as)
              .matches("d\\.csv:\\d+: [^\\p{Cntrl}]+")
              .hasSizeLessThan(300);
        }
        refused++;
      }
    }
    assertThat(judged).as("seed " + seed).isGreaterThan(DIARIES / 20);
    assertThat(refused).as("seed " + seed).isGreaterThan(DIARIES / 4);
  }

  private static String written(Random random) {
    StringBuilder text = new StringBuilder();
    boolean stiffness = random.nextBoolean();
    if (stiffness || random.nextBoolean()) {
      text.append(stiffness ? "date,pain,stiffness\n" : "date,pain\n");
    }
    LocalDate date = LocalDate.of(2026, 11, 1);
    int rows = random.nextInt(32);
    for (int row = 0; row < rows; row++) {
      text.append(date).append(',').append(rating(random));
      if (stiffness) {
        text.append(',').append(rating(random));
      }
      text.append(random.nextInt(9) == 0 ? "\r\n" : "\n");
      date = date.plusDays(1 + random.nextInt(8) / 7);
    }
    return text.toString();
  }

  private static String rating(Random random) {
    int half = random.nextInt(24);
    return half > 20 ? "" : half % 2 == 0 ? String.valueOf(half / 2) : half / 2 + ".5";
  }

  private static byte[] mangled(String text, Random random) {
    StringBuilder mangled = new StringBuilder(text);
    for (int times = random.nextInt(4); times > 0; times--) {
      int at = random.nextInt(mangled.length() + 1);
      switch (random.nextInt(4)) {
        case 0 -> mangled.insert(at, BITS.get(random.nextInt(BITS.size())));
        case 1 -> mangled.delete(at, Math.min(mangled.length(), at + 1 + random.nextInt(12)));
        case 2 -> mangled.insert(at, mangled.substring(random.nextInt(at + 1), at));
        default -> mangled.setLength(at);
      }
    }
    byte[] bytes = mangled.toString().getBytes(UTF_8);
    if (bytes.length > 0 && random.nextInt(5) == 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return random.nextInt(40) == 0 ? Arrays.copyOf(bytes, bytes.length + 5) : bytes;
  }
}
