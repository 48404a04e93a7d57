/** What computing costs, in joules, and how well that is known. */
package org.skywatt.models.energy;
