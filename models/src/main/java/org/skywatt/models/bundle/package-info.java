/**
 * Model bundles: folders with {@code model.ubj}, {@code schema.json}, {@code calibration.json} and
 * {@code card.json}, written whole and never changed.
 */
package org.skywatt.models.bundle;
