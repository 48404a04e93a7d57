/** Makes the stated probabilities true, on data that the model was not fitted to. */
package org.skywatt.models.calibrate;
