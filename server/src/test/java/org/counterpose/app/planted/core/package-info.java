/** A room planted to break a rule of the architecture. */
@NullMarked
package org.counterpose.app.planted.core;

import org.jspecify.annotations.NullMarked;
