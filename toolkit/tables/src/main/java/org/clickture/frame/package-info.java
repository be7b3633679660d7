/** Tables. */
@NullMarked
package org.clickture.frame;

import org.jspecify.annotations.NullMarked;
