package org.counterpose.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.counterpose.booking.Clinic;
import org.counterpose.handout.Handouts;
import org.counterpose.practice.Practice;
import org.counterpose.programme.Programme;

/** Plans and programmes on paper, in each language that there are words in. */
final class Prints {

  /** What prints in one language. */
  private record Press(Practice practice, Handouts handouts) {}

  private final SequencedMap<String, Press> each = new LinkedHashMap<>();

  Prints(Practice practice) {
    Clinic clinic = practice.bookings().clinic();
    for (String language : practice.words().languages()) {
      Practice spoken = practice.in(language);
      each.put(
          language,
          new Press(spoken, new Handouts(spoken.library(), clinic, practice.words().in(language))));
    }
  }

  /**
   * The languages in which a programme is printed, the usual one first: those that all of the paper
   * is told in. One that is told in none of them is printed in the usual one as far as that goes.
   */
  List<String> languages(Programme programme) {
    List<String> whole =
        each.entrySet().stream()
            .filter(press -> isWhole(press.getValue(), programme, press.getKey()))
            .map(Map.Entry::getKey)
            .toList();
    return whole.isEmpty() ? List.of(each.firstEntry().getKey()) : whole;
  }

  private static boolean isWhole(Press press, Programme programme, String language) {
    return press
        .practice()
        .library()
        .programme(programme.id(), programme.version())
        .filter(told -> told.language().equals(language))
        .isPresent();
  }

  /** The language of a paper: the first of those wished that it is printed in, or the usual one. */
  String language(Programme programme, Stream<String> wished) {
    List<String> printed = languages(programme);
    return wished.filter(printed::contains).findFirst().orElseGet(printed::getFirst);
  }

  /** A trial that is shared, or whose person asks for it. */
  byte[] ofTrial(UUID journey, String language, Instant now, Handouts.For asked) {
    Press press = in(language);
    return press
        .handouts()
        .ofTrial(press.practice().journeys().shared(journey).orElseThrow(), now, asked);
  }

  /** A programme that is offered. */
  byte[] ofProgramme(String programme, String language, Handouts.For asked) {
    Press press = in(language);
    return press
        .handouts()
        .ofProgramme(press.practice().library().programme(programme).orElseThrow(), asked);
  }

  private Press in(String language) {
    return Optional.ofNullable(each.get(language)).orElseThrow();
  }
}
