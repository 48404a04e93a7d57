/** How answers are written: JSON as bytes, CSV, and Arrow streams. */
package org.skywatt.serving.format;
