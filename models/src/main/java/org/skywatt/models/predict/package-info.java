/** From what could be known about a site to its forecast. */
package org.skywatt.models.predict;
