/** From what could be known about a site to its forecast, and why it is what it is. */
package org.skywatt.models.predict;
