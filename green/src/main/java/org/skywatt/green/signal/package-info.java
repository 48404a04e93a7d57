/** Carbon intensity of grids: from their generation, and over stretches of time. */
package org.skywatt.green.signal;
