/**
 * What a person is reminded of and when: planned by rules that are told the time. May use:
 * journeys, plan, journal, programme, people, store, words.
 */
@NullMarked
package org.counterpose.reminder;

import org.jspecify.annotations.NullMarked;
