/**
 * What the codes of each centre mean: canonical quantity, unit and meaning in time. The codes stand
 * in text tables beside the classes (resources of this package), one a family of files, to be read
 * as a page. Nothing here sees a field's numbers.
 */
package org.skywatt.ingest.meaning;
