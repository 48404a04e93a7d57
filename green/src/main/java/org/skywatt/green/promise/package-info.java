/**
 * Promises with a probability: plans over scenarios of green power or of carbon intensity, and the
 * calibration that makes promises be kept as often as they say.
 */
package org.skywatt.green.promise;
