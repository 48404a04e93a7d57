/** The models behind the forecasts: which there are, how good they are and what they cost. */
package org.skywatt.serving.model;
