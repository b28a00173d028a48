/** What a body does against what a step asks; says when it does not know. Uses {@code pose}. */
@NullMarked
package org.counterpose.coach;

import org.jspecify.annotations.NullMarked;
