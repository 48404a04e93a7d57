/** How finished files get their names for good. */
package org.skywatt.core.file;
