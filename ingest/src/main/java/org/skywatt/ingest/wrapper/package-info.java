/** Files compressed as a whole: bzip2, gzip and xz. */
package org.skywatt.ingest.wrapper;
