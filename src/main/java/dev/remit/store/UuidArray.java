package dev.remit.store;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.UUID;
import org.postgresql.core.Oid;
import org.postgresql.util.PGBinaryObject;
import org.postgresql.util.PGobject;

/**
 * An array of ids as a parameter. The driver itself sends those as text, character by character:
 * that took more of a commit's time than to decide it. It asks for the binary form where the
 * connection's {@code binaryTransferEnable} names the type.
 *
 * @see <a
 *     href="https://github.com/postgres/postgres/blob/master/src/backend/utils/adt/arrayfuncs.c">array_recv</a>
 */
final class UuidArray extends PGobject implements PGBinaryObject {

    /**
     * Dimensions, whether there may be nulls, the elements' type, how many there are, the first
     * index.
     */
    private static final int HEADER = 5 * Integer.BYTES;

    private static final int ELEMENT = Integer.BYTES + 2 * Long.BYTES;

    /** Of an id and a comma. */
    private static final int TEXT = 37;

    private static final int MAY_HAVE_NULLS = 1;
    private static final int NULL = -1;

    private final transient Collection<UUID> ids;

    /**
     * @param ids any of which may be null
     */
    UuidArray(Collection<UUID> ids) {
        this.ids = ids;
        type = "_uuid";
    }

    @Override
    public String getValue() {
        StringBuilder text = new StringBuilder(2 + TEXT * ids.size()).append('{');
        for (UUID id : ids) {
            if (text.length() > 1) {
                text.append(',');
            }
            text.append(id == null ? "NULL" : id.toString());
        }
        return text.append('}').toString();
    }

    @Override
    public int lengthInBytes() {
        int length = HEADER;
        for (UUID id : ids) {
            length += id == null ? Integer.BYTES : ELEMENT;
        }
        return length;
    }

    @Override
    public void toBytes(byte[] bytes, int offset) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, bytes.length - offset);
        buffer.putInt(1).putInt(MAY_HAVE_NULLS).putInt(Oid.UUID).putInt(ids.size()).putInt(1);
        for (UUID id : ids) {
            if (id == null) {
                buffer.putInt(NULL);
            } else {
                buffer.putInt(2 * Long.BYTES);
                buffer.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
            }
        }
    }

    @Override
    public void setByteValue(byte[] value, int offset) {
        throw new UnsupportedOperationException("it is only ever sent");
    }
}
