/** Tables: their columns are the fields of the JSON that the API has for the same thing. */
package dev.remit.api.csv;
