/**
 * Who stands behind a pack: a signature over every file of it, made with a key that the clinic
 * names in its settings. May use: digest, document, documents.
 */
@NullMarked
package org.counterpose.approval;

import org.jspecify.annotations.NullMarked;
