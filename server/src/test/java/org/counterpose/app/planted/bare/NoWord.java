package org.counterpose.app.planted.bare;

/** Lives in a package without a word on what it is for. */
final class NoWord {}
