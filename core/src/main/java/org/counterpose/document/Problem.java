package org.counterpose.document;

/**
 * One thing that is wrong in a document, said in words, and where. Prints as {@code file:line:
 * path: message}.
 */
public record Problem(Place place, String message) {

  @Override
  public String toString() {
    return place.path().isEmpty()
        ? place.file() + ":" + place.line() + ": " + message
        : place + ": " + message;
  }
}
