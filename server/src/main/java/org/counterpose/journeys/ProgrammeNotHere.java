package org.counterpose.journeys;

/**
 * A trial cannot go on, because the version of the programme that it runs on is no longer in the
 * library. Another version is not put in its place: its questions may be others, and a question
 * that was never asked would count as a no.
 */
public final class ProgrammeNotHere extends RuntimeException {

  private final String programme;

  ProgrammeNotHere(String programme) {
    super(
        programme + " is no longer here; the clinic must put that version back",
        null,
        false,
        false);
    this.programme = programme;
  }

  /** The programme and its version. */
  public String programme() {
    return programme;
  }
}
