package org.counterpose.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.counterpose.document.Node;
import org.counterpose.document.Nodes;
import org.counterpose.document.Problems;
import org.counterpose.plan.MidBack;
import org.counterpose.plan.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntriesComeBackAsTheyWereTest {

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void what_is_stored_is_read_back_the_same(long seed) {
    RandomEntries random = new RandomEntries(new SplittableRandom(seed));
    for (int i = 0; i < 300; i++) {
      Entry entry = random.any();
      Problems problems = new Problems();

      Optional<Entry> read = StoredEntryReader.read(EntryDocument.write(entry), problems);

      assertThat(problems.list()).isEmpty();
      assertThat(read).contains(entry);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void what_the_product_writes_can_be_sent_to_it_again(long seed) {
    Journal journal = Person.withAnOfficeDay().journal();
    OffsetDateTime at = OffsetDateTime.parse("2026-01-09T21:15:30.25+10:30");
    RandomEntries random = new RandomEntries(new SplittableRandom(seed));
    for (int i = 0; i < 300; i++) {
      Entry entry = random.fromOutside(at, List.of(random.id()));
      Problems problems = new Problems();

      Optional<Entry> read =
          EntryReader.read(
              MidBack.programme(), EntryDocument.write(entry), at.toInstant(), journal, problems);

      assertThat(problems.list()).isEmpty();
      assertThat(read).contains(entry);
    }
  }

  @Test
  void what_is_broken_in_the_store_is_told_and_not_guessed() {
    Node broken =
        Nodes.object()
            .with("id", "7")
            .with("type", "rated")
            .with("at", "yesterday")
            .with("pain", "much")
            .node();
    Problems problems = new Problems();

    assertThat(StoredEntryReader.read(Sent.whole(broken), problems)).isEmpty();

    assertThat(problems.list())
        .extracting(problem -> problem.place().path())
        .containsExactlyInAnyOrder("id", "at", "pain");
  }

  @Test
  void an_entry_of_a_type_that_never_was_is_told() {
    Node unknown =
        Nodes.object()
            .with("id", "00000000-0000-0001-0000-000000000001")
            .with("type", "slept")
            .with("at", "2026-01-05T08:00:00Z")
            .node();
    Problems problems = new Problems();

    assertThat(StoredEntryReader.read(Sent.whole(unknown), problems)).isEmpty();
    assertThat(problems.list()).singleElement().asString().contains("slept");
  }

  @Test
  void an_answer_of_one_choice_is_read_as_a_text_or_as_a_list() {
    Node asText =
        Nodes.object()
            .with("id", "00000000-0000-0001-0000-000000000001")
            .with("type", "got-worse")
            .with("at", "2026-01-05T08:00:00Z")
            .with("answers", Nodes.object().with("relief", "short").node())
            .node();

    Optional<Entry> read = StoredEntryReader.read(asText, new Problems());

    assertThat(read.map(entry -> ((Entry.GotWorse) entry).answers().to("relief")))
        .contains(Optional.of(MidBack.chosen("short")));
  }
}
