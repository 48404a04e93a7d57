/**
 * A model as one small file that forecasts on any Java, without Skywatt: the format, its writer,
 * and the program inside.
 */
package org.skywatt.models.nano;
