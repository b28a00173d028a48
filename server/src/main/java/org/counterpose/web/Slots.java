package org.counterpose.web;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Names sessions on the person's device, so that a reload finds the one that runs, and neither
 * tomorrow nor another trial takes it for its own. The name holds no secret.
 */
record Slots(UUID journey, LocalDate date) {

  String of(String step, String slot) {
    return journey + "/" + step + "/" + slot + "/" + date;
  }
}
