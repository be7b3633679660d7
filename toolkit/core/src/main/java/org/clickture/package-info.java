/**
 * The words of the field as values: what a click log, a recipe, an image and its labels are.
 *
 * <p>Entry points: {@link org.clickture.Recipe} and {@link org.clickture.LabelledImages}. May use: nothing but the JDK.
 */
@NullMarked
package org.clickture;

import org.jspecify.annotations.NullMarked;
