package org.counterpose.sending;

import org.counterpose.store.Channel;
import org.counterpose.store.Outgoing;

/** A way by which messages go, one at a time. */
public interface Courier extends AutoCloseable {

  Channel channel();

  /** Hands a message over and waits until the other side has taken it, or has not. */
  Outcome hand(Outgoing message);

  @Override
  void close();
}
