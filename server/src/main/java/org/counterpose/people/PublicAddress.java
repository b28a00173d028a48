package org.counterpose.people;

import java.net.URI;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.counterpose.guard.Caller;

/**
 * Where links in letters begin and what passkeys are bound to: as configured, or on this very
 * machine at the port that the server found.
 */
public final class PublicAddress implements Supplier<URI> {

  private final Optional<URI> configured;
  private final AtomicReference<OptionalInt> port = new AtomicReference<>(OptionalInt.empty());

  public PublicAddress(Optional<URI> configured) {
    this.configured = configured;
  }

  /** The server answers at this port now. */
  public void answersAt(int found) {
    port.set(OptionalInt.of(found));
  }

  /**
   * Where a link begins that a page shows for taking along: as configured, or where the caller sees
   * this server. What a caller says of the host never gets into a letter.
   */
  public String shownTo(Caller caller) {
    return configured.map(URI::toString).orElseGet(caller::origin);
  }

  @Override
  public URI get() {
    return configured.orElseGet(() -> URI.create("http://localhost:" + port.get().orElse(8080)));
  }
}
