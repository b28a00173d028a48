package org.counterpose.app.planted.edge;

/** Stands for an edge. */
public final class PlantedEdge {}
