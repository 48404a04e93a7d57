/** The never-stop ladder: which inputs a forecast had. */
package org.skywatt.features.tier;
