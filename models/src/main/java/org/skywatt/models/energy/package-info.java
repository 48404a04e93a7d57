/** What computing costs, in joules and CO2e, and how well that is known. */
package org.skywatt.models.energy;
