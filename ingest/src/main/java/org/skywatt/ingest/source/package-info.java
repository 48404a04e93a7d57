/**
 * What a provider of weather model runs is to the rest: which objects a run consists of, and which
 * messages of them are wanted. One package a provider, its quirks in the header comments; {@link
 * org.skywatt.ingest.source.run} fetches what they plan.
 */
package org.skywatt.ingest.source;
