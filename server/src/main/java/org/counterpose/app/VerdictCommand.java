package org.counterpose.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.counterpose.document.Node;
import org.counterpose.document.Nodes;
import org.counterpose.document.Problems;
import org.counterpose.documents.Documents;
import org.counterpose.documents.Json;
import org.counterpose.programme.Programme;
import org.counterpose.verdict.Diary;
import org.counterpose.verdict.Judge;
import org.counterpose.verdict.Ratings;
import org.counterpose.verdict.Verdict;
import org.counterpose.verdict.VerdictDocument;
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
            + " date,pain[,stiffness]; a blank or absent rating is missing.")
final class VerdictCommand implements Callable<Integer> {

  /** How long a trial lasts where no programme says otherwise: 21 days, to 28 where unclear. */
  private static final Programme.Trial TRIAL = new Programme.Trial(21, 28);

  @Parameters(arity = "1..*", paramLabel = "DIARY.csv", description = "The diaries.")
  private List<Path> diaries = new ArrayList<>();

  @Option(names = "--json", description = "One JSON object a line.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    Problems problems = new Problems();
    Map<Path, Ratings> read = new LinkedHashMap<>();
    for (Path diary : diaries) {
      read(diary, problems).ifPresent(ratings -> read.put(diary, ratings));
    }
    if (!problems.isEmpty()) {
      PrintWriter wrong = line.getErr();
      problems.list().forEach(wrong::println);
      wrong.flush();
      return 1;
    }
    PrintWriter out = line.getOut();
    Words words = Words.load("en");
    for (Path diary : diaries) {
      Verdict verdict = Judge.judge(Objects.requireNonNull(read.get(diary)), TRIAL);
      out.println(json ? asJson(diary, verdict) : asText(diary, verdict, words));
    }
    out.flush();
    return 0;
  }

  private static Optional<Ratings> read(Path diary, Problems problems) {
    return GivenFile.read(diary, problems)
        .flatMap(bytes -> Documents.text(diary.toString(), bytes, problems))
        .flatMap(text -> Diary.read(diary.toString(), text, problems));
  }

  private static String asJson(Path diary, Verdict verdict) {
    Map<String, Node> fields = new LinkedHashMap<>();
    fields.put("file", Nodes.text(diary.toString()));
    fields.putAll(VerdictDocument.write(verdict, OptionalDouble.empty()).fields());
    return Json.write(Nodes.object(fields));
  }

  private String asText(Path diary, Verdict verdict, Words words) {
    VerdictInWords told = VerdictInWords.of(verdict, TRIAL, words);
    String text =
        String.join(
            " ",
            Stream.of(
                    Optional.of(told.title() + "."),
                    told.change(),
                    Optional.of(told.rests()),
                    told.early(),
                    told.course(),
                    Optional.of(told.next()))
                .flatMap(Optional::stream)
                .toList());
    return diaries.size() == 1 ? text : diary + ": " + text;
  }
}
