/** What changed, for whoever follows: new runs, sites, limits and keys. */
package org.skywatt.serving.events;
