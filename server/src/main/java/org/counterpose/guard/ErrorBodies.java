package org.counterpose.guard;

/** How a refusal is told: a problem document to a program, a page to a person. */
@FunctionalInterface
public interface ErrorBodies {

  /** The words for a refusal, as who asked reads them. */
  ErrorBody tell(Asker asker, Refusal refusal);
}
