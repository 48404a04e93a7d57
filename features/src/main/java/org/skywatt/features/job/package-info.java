/** Thin Spark jobs around the pure feature functions. */
package org.skywatt.features.job;
