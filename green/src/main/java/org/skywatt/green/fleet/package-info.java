/**
 * Many jobs of unequal power on several sites under limits of power and of jobs at once: a plan
 * near the cheapest, and how near it is.
 */
package org.skywatt.green.fleet;
