package org.counterpose.camera;

import org.counterpose.body.Position;

/** A coloured ball: what a dressed body is put together from. */
record Ball(Position centre, double radius, Colour colour) {}
