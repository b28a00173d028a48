package org.counterpose.store;

/** How many of the lines that came were new, and how many were there already. */
public record Appended(int accepted, int known) {}
