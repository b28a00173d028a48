package org.counterpose.document;

/**
 * One thing that is wrong in a document, said in words, and where. Prints as {@code file:line:
 * path: message}, which is one line that hides nothing, whatever stood in the document; what is
 * long is cut.
 */
public record Problem(Place place, String message) {

  private static final int LONGEST_FILE = 5000;
  private static final int LONGEST_PATH = 200;
  static final int LONGEST_MESSAGE = 400;

  public Problem {
    place =
        new Place(
            Shown.of(place.file(), LONGEST_FILE),
            place.line(),
            Shown.of(place.path(), LONGEST_PATH));
    message = Shown.of(message, LONGEST_MESSAGE);
  }

  @Override
  public String toString() {
    return place.path().isEmpty()
        ? place.file() + ":" + place.line() + ": " + message
        : place + ": " + message;
  }
}
