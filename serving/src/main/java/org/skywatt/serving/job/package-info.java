/**
 * Jobs that wait for green hours, over HTTP: plans with a promise, new versions of them as
 * forecasts change, what running jobs tell, and settlements.
 */
package org.skywatt.serving.job;
