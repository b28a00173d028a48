/** What stands for a content and does not tell it. May use nothing of ours. */
@NullMarked
package org.counterpose.digest;

import org.jspecify.annotations.NullMarked;
