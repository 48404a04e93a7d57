/**
 * Any folder of runs over HTTP, or bucket that anyone may read, by a template of its addresses.
 * Whole files only.
 */
package org.skywatt.ingest.source.template;
