package org.counterpose.app;

import java.nio.file.Path;
import java.util.Set;
import org.counterpose.approval.Approval;
import org.counterpose.document.Problems;
import org.counterpose.library.Library;

/**
 * Which packs a clinic lets be served: where its settings name keys, those alone that are signed
 * with one of them and were not changed since. A signature that is there must hold in any case.
 */
final class ApprovedPacks {

  private ApprovedPacks() {}

  /** Tells every pack that must not be served, and why. */
  static void refuseOthers(Path programmes, Set<String> keys, Problems problems) {
    for (Path folder :
        Library.folders(programmes, new Problems())) { // who loads them tells the rest
      if (!keys.isEmpty() || Approval.isIn(folder)) {
        Approval.verified(folder, keys, problems);
      }
    }
  }
}
