package org.counterpose.store;

import java.util.Locale;

/** A way that messages go. */
public enum Channel {
  /** Letters by e-mail. */
  MAIL,
  /** Notifications on a device of the person's. */
  PUSH;

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
