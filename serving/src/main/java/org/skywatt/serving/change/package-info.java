/** The log of what people changed: caches and subscribers follow it. */
package org.skywatt.serving.change;
