/**
 * What changed, for whoever follows: new and late runs, sites, portfolios, regions, limits, keys
 * and webhooks.
 */
package org.skywatt.serving.events;
