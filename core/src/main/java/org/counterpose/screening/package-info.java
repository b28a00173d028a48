/**
 * Answers to fit, explanation and clearance, each with its reasons. May use: programme, document.
 */
@NullMarked
package org.counterpose.screening;

import org.jspecify.annotations.NullMarked;
