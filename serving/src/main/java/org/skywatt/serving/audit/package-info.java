/** The log of who changed what and who was refused. */
package org.skywatt.serving.audit;
