/**
 * What a plant gives by physics alone in the weather that is told: used as features, and as the
 * forecast of sites of which nothing was learned yet.
 */
package org.skywatt.features.physical;
