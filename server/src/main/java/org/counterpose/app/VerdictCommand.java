package org.counterpose.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.counterpose.document.Node;
import org.counterpose.document.Nodes;
import org.counterpose.document.Place;
import org.counterpose.document.Problem;
import org.counterpose.document.Problems;
import org.counterpose.documents.Json;
import org.counterpose.programme.Programme;
import org.counterpose.verdict.Diary;
import org.counterpose.verdict.Judge;
import org.counterpose.verdict.Verdict;
import org.counterpose.verdict.VerdictDocument;
import org.counterpose.words.DiaryInWords;
import org.counterpose.words.VerdictInWords;
import org.counterpose.words.Words;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges diaries as the product would judge them on their last day. */
@Command(
    name = "verdict",
    description =
        "Judges pain diaries as the product would on their last day. A diary has rows of"
            + " date,pain[,stiffness], ISO dates that go forward, ratings 0 to 10 in whole or half"
            + " points (6.5); a blank or absent rating is missing.")
final class VerdictCommand implements Callable<Integer> {

  /** How long a trial lasts where no programme says otherwise: 21 days, to 28 where unclear. */
  private static final Programme.Trial TRIAL = Programme.Trial.forBackPain(21, 28);

  /** So many faults of a file are told; the others are counted. */
  private static final int MOST_TOLD = 25;

  /** Far more than the days of a year take. */
  private static final long MOST_BYTES = 10_000_000;

  @Parameters(arity = "1..*", paramLabel = "DIARY.csv", description = "The diaries.")
  private List<Path> diaries = new ArrayList<>();

  @Option(names = "--json", description = "One JSON object a line.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    PrintWriter wrong = line.getErr();
    Map<Path, Diary> read = new LinkedHashMap<>();
    boolean sound = true;
    for (Path file : new LinkedHashSet<>(diaries)) {
      Problems problems = new Problems();
      read(file, problems).ifPresent(diary -> read.put(file, diary));
      sound &= problems.isEmpty();
      tell(problems, wrong);
    }
    wrong.flush();
    if (!sound) {
      return 1;
    }
    PrintWriter out = line.getOut();
    Words words = Words.load("en");
    for (Path file : diaries) {
      Diary diary = Objects.requireNonNull(read.get(file));
      Verdict pain = Judge.judge(diary.pain(), TRIAL);
      Optional<Verdict> stiffness =
          diary.stiffness().map(ratings -> Judge.judgeStiffness(ratings, TRIAL));
      out.println(
          json ? asJson(file, pain, stiffness) : asText(file, diary, pain, stiffness, words));
    }
    out.flush();
    return 0;
  }

  private static Optional<Diary> read(Path file, Problems problems) {
    return GivenFile.read(file, MOST_BYTES, problems)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .flatMap(text -> Diary.read(file.toString(), text, problems));
  }

  /** The first faults of a file, and how many more there are. */
  private static void tell(Problems problems, PrintWriter wrong) {
    List<Problem> list = problems.list();
    list.stream().limit(MOST_TOLD).forEach(wrong::println);
    int more = problems.count() - MOST_TOLD;
    if (more > 0) {
      Place next = list.get(MOST_TOLD).place();
      wrong.println(
          next.file()
              + ":"
              + next.line()
              + ": and "
              + (more == 1 ? "1 more fault" : more + " more faults")
              + " from here on");
    }
  }

  private static String asJson(Path file, Verdict pain, Optional<Verdict> stiffness) {
    Map<String, Node> fields = new LinkedHashMap<>();
    fields.put("file", Nodes.text(file.toString()));
    fields.putAll(VerdictDocument.write(pain, stiffness, OptionalDouble.empty()).fields());
    return Json.write(Nodes.object(fields));
  }

  private String asText(
      Path file, Diary diary, Verdict pain, Optional<Verdict> stiffness, Words words) {
    VerdictInWords told = VerdictInWords.of(pain, TRIAL, words);
    Stream<String> ofPain =
        Stream.of(
                Optional.of(told.title() + "."),
                Optional.of(told.sentence()),
                told.change(),
                Optional.of(told.rests()),
                told.early(),
                Optional.of(told.important()),
                told.room(),
                told.course(),
                Optional.of(told.next()))
            .flatMap(Optional::stream);
    String text =
        Stream.concat(ofPain, DiaryInWords.of(diary, pain, stiffness, TRIAL, words).stream())
            .collect(Collectors.joining(" "));
    return diaries.size() == 1 ? text : file + ": " + text;
  }
}
