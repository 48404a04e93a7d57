/**
 * Fetching over HTTP: ranges of objects, retried, resumed, verified and written all or not at all.
 * Knows nothing of weather; what to fetch is said by {@link org.skywatt.ingest.source}.
 */
package org.skywatt.ingest.fetch;
