/** One booster that several tasks learn together, each from its own rows. No Spark in it. */
package org.skywatt.models.train.collective;
