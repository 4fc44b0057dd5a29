package dev.remit.bulk;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Makes of a row what would be the body of a call of the API. */
interface RowParser {

    ObjectNode parse(RawRow row) throws RowRefused;
}
