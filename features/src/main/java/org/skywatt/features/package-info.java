/** Pure functions from arrays to arrays, and the one versioned feature schema. */
package org.skywatt.features;
