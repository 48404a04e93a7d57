/**
 * Who calls: by API keys of organisations or tokens of people; roles, and how much a caller may ask
 * for.
 */
package org.skywatt.serving.access;
