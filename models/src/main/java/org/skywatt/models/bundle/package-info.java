/**
 * Model bundles: folders with {@code model.ubj}, {@code schema.json}, {@code calibration.json} and
 * {@code card.json}, written whole and never changed; beside them the log of which was chosen to
 * forecast since when.
 */
package org.skywatt.models.bundle;
