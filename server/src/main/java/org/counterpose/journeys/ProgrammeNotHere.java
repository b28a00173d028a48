package org.counterpose.journeys;

/**
 * A trial cannot go on, because the version of the programme that it runs on is no longer in the
 * library. Another version is not put in its place: its questions may be others, and a question
 * that was never asked would count as a no. The message may be shown to the person.
 */
public final class ProgrammeNotHere extends RuntimeException {

  ProgrammeNotHere(String programme) {
    super(
        "This trial cannot go on: its programme, "
            + programme
            + ", is no longer here. What you logged is kept. The clinic must put that version back;"
            + " please tell them.",
        null,
        false,
        false);
  }
}
