/**
 * Carbon intensity and price of grids: posted in several shapes, and asked for by planners and, of
 * intensity, by the routes of the Carbon Aware SDK of the Green Software Foundation.
 */
package org.skywatt.serving.intensity;
