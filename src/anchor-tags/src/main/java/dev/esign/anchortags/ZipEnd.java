package dev.esign.anchortags;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Looks at the end of a ZIP file before it is opened: opening it takes memory for its whole directory. */
final class ZipEnd {

    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 65_535;
    private static final int LOCATOR = 0x07064b50;
    private static final int LOCATOR_LENGTH = 20;
    private static final int END_64 = 0x06064b50;
    private static final int END_64_LENGTH = 56;
    private static final int NOT_HERE_16 = 0xFFFF;
    private static final long NOT_HERE_32 = 0xFFFF_FFFFL;
    /** More than the directory has for a part of any document that people make. */
    private static final long BYTES_PER_ENTRY = 512;

    private ZipEnd() {
    }

    static void check(Path file, Budget budget) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            long size = channel.size();
            int length = (int) Math.min(size, END_LENGTH + LONGEST_COMMENT);
            ByteBuffer tail = read(channel, size - length, length);
            for (int at = length - END_LENGTH; at >= 0; at--) {
                if (tail.getInt(at) == END) {
                    check(channel, tail, at, size - length + at, budget);
                    return;
                }
            }
        }
        throw UnreadableDocumentException.broken("has no end; it is probably truncated");
    }

    private static void check(FileChannel channel, ByteBuffer tail, int at, long endPosition, Budget budget)
            throws IOException {
        long entries = Short.toUnsignedInt(tail.getShort(at + 10));
        long directory = Integer.toUnsignedLong(tail.getInt(at + 12));
        if ((entries == NOT_HERE_16 || directory == NOT_HERE_32) && endPosition >= LOCATOR_LENGTH) {
            ByteBuffer locator = read(channel, endPosition - LOCATOR_LENGTH, LOCATOR_LENGTH);
            long end64 = locator.getLong(8);
            if (locator.getInt(0) == LOCATOR && end64 >= 0 && end64 <= channel.size() - END_64_LENGTH) {
                ByteBuffer end = read(channel, end64, END_64_LENGTH);
                if (end.getInt(0) == END_64) {
                    entries = end.getLong(32);
                    directory = end.getLong(40);
                }
            }
        }
        budget.entries(entries < 0 ? Long.MAX_VALUE : entries);
        budget.entries(directory < 0 ? Long.MAX_VALUE : directory / BYTES_PER_ENTRY);
    }

    private static ByteBuffer read(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining() && channel.read(buffer, position + buffer.position()) >= 0) {
            continue;
        }
        return buffer;
    }
}
