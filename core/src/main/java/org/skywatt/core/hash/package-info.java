/** The one digest by which content is recognised. */
package org.skywatt.core.hash;
