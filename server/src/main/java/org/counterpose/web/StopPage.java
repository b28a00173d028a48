package org.counterpose.web;

import org.counterpose.document.Nodes;
import org.counterpose.documents.Json;
import org.counterpose.handout.StopSigns;

/**
 * Why a session is stopped.
 *
 * @param signs when to call for help, for who can be asked nothing now
 */
public record StopPage(Slots slots, String step, String slot, String title, StopSigns signs) {

  public String session() {
    return "/step/" + step + "/" + slot;
  }

  /** The name of the session on the device. */
  public String key() {
    return slots.of(step, slot);
  }

  public String trial() {
    return slots.journey().toString();
  }

  /** What is kept when one of the reasons is chosen. */
  public String entry() {
    return Json.write(Nodes.object().with("type", "session-stopped").with("step", step).node());
  }
}
