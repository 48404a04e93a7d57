/** A small neural network for quantiles: smooth where trees are stepped, and quick to train. */
package org.skywatt.models.network;
