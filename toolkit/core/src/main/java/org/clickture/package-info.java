/** The words of the field as values. */
@NullMarked
package org.clickture;

import org.jspecify.annotations.NullMarked;
