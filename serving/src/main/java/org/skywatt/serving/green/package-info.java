/** Green windows over HTTP. */
package org.skywatt.serving.green;
