package org.counterpose.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JournalsTest extends OnOneStore {

  @Test
  void a_journal_is_found_with_its_lines_in_the_order_of_their_instants() {
    Line late = line(3);
    Line early = line(1);
    UUID id = begun(late, early);

    Kept kept = journals.find(id).orElseThrow();

    assertThat(kept.lines()).containsExactly(early, late);
    assertThat(kept.keyHash()).isEqualTo(new byte[] {1, -2, 3});
    assertThat(kept.begunAt()).isEqualTo(START);
  }

  @Test
  void an_entry_that_arrives_twice_is_known() {
    UUID id = begun(line(0));
    Line first = line(1);

    assertThat(journals.append(id, List.of(first))).contains(new Appended(1, 0));
    assertThat(journals.append(id, List.of(first, line(2)))).contains(new Appended(1, 1));

    assertThat(journals.find(id).orElseThrow().lines()).hasSize(3).contains(first);
  }

  @Test
  void another_entry_under_a_taken_id_is_refused_with_its_batch_and_the_first_stays() {
    UUID id = begun(line(0));
    Line first = line(1);
    Line other = new Line(first.id(), first.at(), "got-worse", "{\"pain\":9}");
    journals.append(id, List.of(first));

    assertThatThrownBy(() -> journals.append(id, List.of(line(2), first, other, line(3))))
        .isInstanceOfSatisfying(
            IdTaken.class, taken -> assertThat(taken.positions()).containsExactly(2));

    assertThat(journals.find(id).orElseThrow().lines()).hasSize(2).contains(first);
    assertThat(journals.summary(id).orElseThrow().entries()).isEqualTo(2);
  }

  @Test
  void two_entries_under_one_id_in_one_batch_are_refused() {
    UUID id = begun(line(0));
    Line one = line(1);
    Line other = new Line(one.id(), at(4), "rated", "{\"pain\":4}");

    assertThatThrownBy(() -> journals.append(id, List.of(one, other))).isInstanceOf(IdTaken.class);

    assertThat(journals.find(id).orElseThrow().lines()).hasSize(1);
  }

  @Test
  void an_entry_twice_in_one_batch_is_one_entry() {
    UUID id = begun(line(0));
    Line twice = line(1);

    assertThat(journals.append(id, List.of(twice, twice))).contains(new Appended(1, 1));
  }

  @Test
  void the_same_id_in_another_journal_is_another_entry() {
    Line line = line(0);
    UUID one = begun(line);
    UUID other = begun(line);

    assertThat(journals.find(one).orElseThrow().lines()).containsExactly(line);
    assertThat(journals.find(other).orElseThrow().lines()).containsExactly(line);
  }

  @Test
  void an_unknown_journal_takes_nothing() {
    assertThat(journals.append(UUID.randomUUID(), List.of(line(0)))).isEmpty();
    assertThat(journals.find(UUID.randomUUID())).isEmpty();
    assertThat(journals.summary(UUID.randomUUID())).isEmpty();
  }

  @Test
  void a_journal_is_begun_once() {
    UUID id = begun(line(0));

    assertThatThrownBy(
            () -> journals.begin(new NewJourney(id, new byte[0], START, List.of(line(1)))))
        .isInstanceOf(Conflict.class);
    assertThat(journals.find(id).orElseThrow().lines()).hasSize(1);
  }

  @Test
  void the_summary_counts_the_entries_and_names_the_latest_whatever_the_order_of_arrival() {
    UUID id = begun(line(5));

    journals.append(id, List.of(new Line(UUID.randomUUID(), at(9), "worn", "{}")));
    journals.append(id, List.of(line(7)));

    assertThat(journals.summary(id)).contains(new Summary(id, 3, at(9), "worn"));
  }

  @Test
  void an_erased_journal_is_gone_and_takes_no_more() {
    UUID id = begun(line(0));

    assertThat(journals.erase(id)).isTrue();

    assertThat(journals.find(id)).isEmpty();
    assertThat(journals.summary(id)).isEqualTo(Optional.empty());
    assertThat(journals.append(id, List.of(line(1)))).isEmpty();
    assertThat(journals.erase(id)).isFalse();
  }

  @Test
  void what_was_kept_is_there_after_a_restart() {
    UUID id = begun(line(0));
    Kept before = journals.find(id).orElseThrow();
    database.close();
    open();

    assertThat(journals.find(id).orElseThrow().lines()).isEqualTo(before.lines());
  }

  @Test
  void a_new_data_folder_is_for_its_owners_eyes_alone() throws IOException {
    Path made = folder.resolve("some/where");
    Database.open(made).close();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
        .isEqualTo("rwx------");
  }

  private UUID begun(Line... lines) {
    UUID id = UUID.randomUUID();
    journals.begin(new NewJourney(id, new byte[] {1, -2, 3}, START, List.of(lines)));
    return id;
  }

  private static Instant at(int minute) {
    return START.plusSeconds(60L * minute);
  }

  private static Line line(int minute) {
    return new Line(UUID.randomUUID(), at(minute), "rated", "{\"pain\":" + minute + "}");
  }
}
