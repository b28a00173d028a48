/** A room planted to break a rule of the architecture. */
@NullMarked
package org.counterpose.app.planted.edge;

import org.jspecify.annotations.NullMarked;
