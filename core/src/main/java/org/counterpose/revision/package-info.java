/**
 * What a new version of a pack changes for patients, said in words. May use: document, programme,
 * journal.
 */
@NullMarked
package org.counterpose.revision;

import org.jspecify.annotations.NullMarked;
