/**
 * EUMETSAT's Data Store. Quirks: products are searched by time without a key, but listed and
 * fetched with a token that a key and secret buy for an hour; a product is an archive whose entries
 * can be fetched singly; names of entries hold commas and pluses.
 */
package org.skywatt.ingest.source.eumetsat;
