package org.counterpose.app;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells at the start, once, that what is served nobody of a clinic has signed. */
final class UnsignedPacks {

  private static final Logger LOG = LoggerFactory.getLogger(UnsignedPacks.class);

  private UnsignedPacks() {}

  static void warn(Server server) {
    if (!server.practice().library().isSigned()) {
      LOG.warn(
          "No clinic has signed the programmes: they are served as a preview, and their pages say"
              + " so. To sign them: docs/running-a-clinic.md, \"Programmes that somebody approved\".");
    }
  }
}
