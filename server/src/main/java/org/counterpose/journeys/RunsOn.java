package org.counterpose.journeys;

import org.counterpose.journal.Journal;
import org.counterpose.library.Library;
import org.counterpose.programme.Programme;

/** The very version of a programme that a trial runs on. */
record RunsOn(String programme, String version) {

  static RunsOn of(Journal journal) {
    return new RunsOn(journal.screened().programme(), journal.version());
  }

  /**
   * The programme, in the language of the library.
   *
   * @throws ProgrammeNotHere where it is not in the library
   */
  Programme in(Library library) {
    return library
        .programme(programme, version)
        .orElseThrow(() -> new ProgrammeNotHere(toString()));
  }

  @Override
  public String toString() {
    return programme + " " + version;
  }
}
