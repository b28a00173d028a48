package org.counterpose.reminder;

import java.util.UUID;
import java.util.random.RandomGenerator;
import org.counterpose.people.CodeKey;
import org.counterpose.people.Secret;
import org.counterpose.store.Database;

/**
 * The secrets that end persons' reminders: each made from a journey with this installation's key,
 * so that every letter has the same one and only its hash is kept.
 */
final class StopLinks {

  private final CodeKey key;

  /**
   * @param random of cryptographic strength
   */
  StopLinks(Database database, RandomGenerator random) {
    this.key = new CodeKey(database, "links.key", random);
  }

  Secret of(UUID journey) {
    return new Secret(key.code("stop " + journey));
  }
}
