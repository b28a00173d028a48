/**
 * Who is asking: staff and persons, how they prove it, what they agreed to, and the trail of who
 * saw or changed what. May use: digest, guard, journal, journeys, store.
 */
@NullMarked
package org.counterpose.people;

import org.jspecify.annotations.NullMarked;
