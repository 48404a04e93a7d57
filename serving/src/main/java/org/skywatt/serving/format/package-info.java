/**
 * The form of what goes in and out: types of bodies, pages of lists; answers as JSON bytes, CSV and
 * Arrow streams, and those that were written lately.
 */
package org.skywatt.serving.format;
