/** Who calls: API keys of organisations, roles, and how much a key may ask for. */
package org.skywatt.serving.access;
