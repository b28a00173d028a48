package org.counterpose.practice;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.counterpose.booking.Bookings;
import org.counterpose.journeys.Journeys;
import org.counterpose.library.Library;
import org.counterpose.store.Database;

/**
 * What the pages and the API are given: the programmes, the trials, the bookings, the store, the
 * clock, chance.
 */
public record Practice(
    Library library,
    Journeys journeys,
    Bookings bookings,
    Database database,
    InstantSource clock,
    SecureRandom random) {}
