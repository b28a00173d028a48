package org.counterpose.clinic;

import java.util.UUID;

/** Another trial was begun with an invitation first; nothing was kept. */
public final class InvitationUsed extends RuntimeException {

  InvitationUsed(UUID invitation) {
    super("invitation " + invitation + " was used for another trial");
  }
}
