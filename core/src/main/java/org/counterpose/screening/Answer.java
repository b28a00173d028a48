package org.counterpose.screening;

import java.util.Set;

/** What somebody answered to one question. */
public sealed interface Answer {

  /** Those chosen, in the question's order; empty means "none of these". */
  record Chosen(Set<String> values) implements Answer {}

  record Amount(double value) implements Answer {}

  record YesNo(boolean yes) implements Answer {}
}
