package org.counterpose.app.planted.room;

import org.counterpose.app.planted.edge.PlantedEdge;

/** A room that uses an edge. */
record UsesAnEdge(PlantedEdge edge) {}
