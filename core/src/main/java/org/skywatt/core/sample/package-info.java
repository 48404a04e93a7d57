/**
 * Rows of the sample tables: what a source said about a site, and when it could first be known.
 * Readers make them, Spark jobs store them, features are computed from them.
 */
package org.skywatt.core.sample;
