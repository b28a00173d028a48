/** What somebody who means harm would try, against the real server. */
@NullMarked
package org.counterpose.attacks;

import org.jspecify.annotations.NullMarked;
