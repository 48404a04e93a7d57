/**
 * The PostgreSQL server of one machine: unpacked from Maven binaries, kept in a folder, started or
 * adopted.
 */
package org.skywatt.cli.postgres;
