/** Contiguous windows of time with the most expected green energy. */
package org.skywatt.green.window;
