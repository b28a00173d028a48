package org.counterpose.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
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

  private final Practice practice;
  private final SequencedMap<String, Press> each = new LinkedHashMap<>();

  Prints(Practice practice) {
    this.practice = practice;
    Clinic clinic = practice.bookings().clinic();
    for (String language : practice.words().languages()) {
      Practice spoken = practice.in(language);
      each.put(
          language,
          new Press(spoken, new Handouts(spoken.library(), clinic, practice.words().in(language))));
    }
  }

  /** The language of a paper: the first of those wished that it is printed in, or the usual one. */
  String language(Programme programme, Stream<String> wished) {
    List<String> printed = practice.languagesOf(programme);
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
