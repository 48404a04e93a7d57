/** Many sites at once: at one time, or over some. */
package org.skywatt.serving.snapshot;
