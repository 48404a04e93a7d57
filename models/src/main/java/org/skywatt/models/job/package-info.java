/** Spark jobs that train, backtest and forecast. */
package org.skywatt.models.job;
