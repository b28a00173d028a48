package org.counterpose.journeys;

import java.util.UUID;
import org.counterpose.journal.TrialSoFar;
import org.counterpose.programme.Programme;

/** A trial that somebody opened with its key only to add to it: its journal need not be read. */
public record Adding(UUID id, Programme programme, TrialSoFar soFar) implements Opened {}
