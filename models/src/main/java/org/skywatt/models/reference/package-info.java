/**
 * Baselines that read rows of features, learners as the models are: fitted to what was known, and
 * told what the models are told.
 */
package org.skywatt.models.reference;
