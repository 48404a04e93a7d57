/**
 * Arrow Flight for analysts: whole tables (forecasts of many runs, readings, exported rows), chosen
 * by site, time and issue, streamed as Arrow batches over gRPC. Off unless a port is configured.
 */
package org.skywatt.serving.flight;
