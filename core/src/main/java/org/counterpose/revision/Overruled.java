package org.counterpose.revision;

import java.util.Optional;
import org.counterpose.document.Node;
import org.counterpose.document.Place;
import org.counterpose.document.Problems;
import org.counterpose.programme.Programme;
import org.counterpose.programme.SafetyRule;

/**
 * Safety rules that decide nothing, since a graver one holds whenever they do: allowed, for their
 * advice is still told, and often a slip.
 */
public final class Overruled {

  private Overruled() {}

  public static void tell(Programme programme, Node document, Problems doubts) {
    for (SafetyRule rule : programme.safety()) {
      if (!rule.leaveOut().isEmpty()) {
        continue; // what it leaves out stays out, also once a clinician has cleared the graver one
      }
      programme.safety().stream()
          .filter(other -> other.outcome().compareTo(rule.outcome()) > 0)
          .filter(other -> Implication.holds(rule.when(), other.when()))
          .findFirst()
          .ifPresent(
              graver ->
                  doubts.add(
                      placeOf(document, rule.id()),
                      "'"
                          + rule.id()
                          + "' is "
                          + rule.outcome()
                          + ", but whoever it holds for is "
                          + graver.outcome()
                          + " by '"
                          + graver.id()
                          + "' already"));
    }
  }

  private static Place placeOf(Node document, String rule) {
    return document instanceof Node.Mapping pack
            && pack.fields().get("safety") instanceof Node.Listing rules
        ? Optional.ofNullable(StructureChanges.byName(rules).get(rule))
            .map(Node::place)
            .orElse(rules.place())
        : document.place();
  }
}
