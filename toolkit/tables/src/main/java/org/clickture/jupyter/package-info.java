/**
 * Teaches a Java notebook kernel to show tables, charts, stores and progress, and installs a kernel that knows them from
 * its first cell on.
 *
 * <p>Entry points: {@link org.clickture.jupyter.Notebook} in a cell, {@link org.clickture.jupyter.KernelSpec} outside. What
 * is shown is made by {@code Renderings}, which knows no kernel; {@code JJavaKernel} and {@code IJavaKernel} pass it on and
 * are loaded only where their kernel runs. May use: the root, {@code chart}, {@code manifest}, {@code store}; the only package
 * that knows a kernel's API.
 */
@NullMarked
package org.clickture.jupyter;

import org.jspecify.annotations.NullMarked;
