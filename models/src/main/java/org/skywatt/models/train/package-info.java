/** XGBoost quantile boosters: recipes, training and prediction of one group. */
package org.skywatt.models.train;
