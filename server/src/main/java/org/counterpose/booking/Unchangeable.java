package org.counterpose.booking;

/** Why a visit can be neither moved nor cancelled by whoever has its link. */
public sealed interface Unchangeable extends Moving, Cancelling
    permits Moving.Unknown, Moving.Over, Moving.TooLate {}
