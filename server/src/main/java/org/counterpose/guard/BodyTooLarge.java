package org.counterpose.guard;

/** More was sent than the guard lets through; nothing of it was used. */
public final class BodyTooLarge extends RuntimeException {

  BodyTooLarge(long limit) {
    super("a request's body may have " + limit + " bytes");
  }
}
