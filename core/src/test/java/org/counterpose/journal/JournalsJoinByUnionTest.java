package org.counterpose.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.counterpose.plan.MidBack;
import org.counterpose.plan.Person;
import org.counterpose.plan.Plan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalsJoinByUnionTest {

  private static final Instant START = Instant.parse("2026-01-05T11:30:00Z");

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whichever_is_joined_to_which(long seed) {
    List<Entry> entries = trial(new Random(seed));
    Journal a = Journal.of(part(entries, new Random(seed + 1)));
    Journal b = Journal.of(part(entries, new Random(seed + 2)));

    assertThat(a.union(b).all()).isEqualTo(b.union(a).all());
    assertThat(a.union(b).standing()).isEqualTo(b.union(a).standing());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void however_three_are_grouped(long seed) {
    List<Entry> entries = trial(new Random(seed));
    Journal a = Journal.of(part(entries, new Random(seed + 1)));
    Journal b = Journal.of(part(entries, new Random(seed + 2)));
    Journal c = Journal.of(part(entries, new Random(seed + 3)));

    assertThat(a.union(b).union(c).standing()).isEqualTo(a.union(b.union(c)).standing());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void joining_twice_changes_nothing(long seed) {
    Journal all = Journal.of(trial(new Random(seed)));

    assertThat(all.union(all).all()).isEqualTo(all.all());
    assertThat(all.union(Journal.of(List.of())).all()).isEqualTo(all.all());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void the_order_of_arrival_does_not_matter_to_the_day_or_the_verdict(long seed) {
    List<Entry> entries = trial(new Random(seed));
    Plan plan = new Plan(MidBack.programme());
    Journal inOrder = Journal.of(entries);
    Random random = new Random(seed + 9);
    for (int day = 0; day < 30; day += 3) {
      Instant now = START.plusSeconds(day * 86400L + random.nextInt(86400));
      List<Entry> arrived = new ArrayList<>(entries);
      arrived.addAll(part(entries, random));
      Collections.shuffle(arrived, random);
      Journal late = arrived.stream().reduce(Journal.of(List.of()), Journal::with, Journal::union);

      assertThat(plan.at(late, now).today()).isEqualTo(plan.at(inOrder, now).today());
      assertThat(plan.at(late, now).verdict()).isEqualTo(plan.at(inOrder, now).verdict());
      assertThat(plan.at(late, now).findings()).isEqualTo(plan.at(inOrder, now).findings());
    }
  }

  /** A month of entries; some at the same instant as others. */
  private static List<Entry> trial(Random random) {
    List<Entry> entries = new ArrayList<>(Person.withAnOfficeDay().journal().all());
    RandomEntries made = new RandomEntries(random);
    for (int i = 0; i < 80; i++) {
      Instant at = START.plusSeconds(random.nextInt(28 * 24 * 4) * 900L);
      List<UUID> known = entries.stream().map(Entry::id).toList();
      entries.add(made.fromOutside(OffsetDateTime.ofInstant(at, ZoneOffset.ofHours(-5)), known));
    }
    return entries;
  }

  private static List<Entry> part(List<Entry> entries, Random random) {
    return entries.stream().filter(entry -> random.nextBoolean()).toList();
  }
}
