/** Jobs on the tables that train, backtest, compare, forecast and explain. */
package org.skywatt.models.job;
