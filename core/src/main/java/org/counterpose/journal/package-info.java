/**
 * What happened in one person's trial, append-only; every view is a fold over it. May use:
 * programme, screening, document.
 */
@NullMarked
package org.counterpose.journal;

import org.jspecify.annotations.NullMarked;
