/** A site's forecast in the shapes of other services, for tools that already read those. */
package org.skywatt.serving.compatible;
