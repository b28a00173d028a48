package org.counterpose.guard;

/** How a refusal is told: a problem document to a program, a page to a person. */
@FunctionalInterface
public interface ErrorBodies {

  /** The words for a refusal of a request to this path. */
  ErrorBody tell(String path, Refusal refusal);
}
