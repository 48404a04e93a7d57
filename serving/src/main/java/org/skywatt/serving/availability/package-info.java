/** Outages, export limits and changes of capacity: what caps a site's forecast, and when. */
package org.skywatt.serving.availability;
