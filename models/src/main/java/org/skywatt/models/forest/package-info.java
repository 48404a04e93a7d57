/** Evaluates boosted trees in plain Java: reads XGBoost's own files and needs no native code. */
package org.skywatt.models.forest;
