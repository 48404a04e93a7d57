/**
 * Tells the change log to URLs that organisations name: signed, tried again, and never to an
 * address of the inside.
 */
package org.skywatt.serving.webhook;
