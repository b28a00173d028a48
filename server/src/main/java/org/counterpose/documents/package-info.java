/** Reads YAML and JSON into nodes that know their lines, and writes JSON. May use: document. */
@NullMarked
package org.counterpose.documents;

import org.jspecify.annotations.NullMarked;
