/**
 * The packs that this product serves, read from their folders and checked. May use: approval,
 * document, programme, revision, figure, documents.
 */
@NullMarked
package org.counterpose.library;

import org.jspecify.annotations.NullMarked;
