/**
 * A roof in Bangkok: power, satellite cloud index, NWP and sky in quarter hours, in CSV. Its times
 * are local.
 */
package org.skywatt.ingest.bangkok;
