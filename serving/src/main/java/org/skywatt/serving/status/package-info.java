/** How the service is: what it answers from, and how old that is. */
package org.skywatt.serving.status;
