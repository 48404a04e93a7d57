/**
 * Carbon intensity of grids: posted in several shapes, and asked for by the routes of the Carbon
 * Aware SDK of the Green Software Foundation.
 */
package org.skywatt.serving.intensity;
