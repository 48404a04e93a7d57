/** Transactions, and what becomes of a request when the database does not answer. */
package org.skywatt.serving.database;
