/** Errors over HTTP as problem details (RFC 9457) with stable codes. */
package org.skywatt.serving.problem;
