package org.counterpose.web;

import org.counterpose.document.Nodes;
import org.counterpose.documents.Json;

/** Why a session is stopped. */
public record StopPage(Slots slots, String step, String slot, String title) {

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
