package org.clickture.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads sizes as {@code java -Xmx} does: bytes, or with k, m or g kibibytes, mebibytes or gibibytes. */
final class MemorySize implements ITypeConverter<Long> {

    private static final Pattern SIZE = Pattern.compile("([0-9]{1,12})([kmg]?)");
    private static final int BITS_PER_UNIT = 10;

    @Override
    public Long convert(String text) {
        Matcher size = SIZE.matcher(text.toLowerCase(Locale.ROOT));
        if (!size.matches() || Long.parseLong(size.group(1)) == 0) {
            throw new TypeConversionException("'" + text + "' is no size such as 512m or 2g");
        }
        int units = size.group(2).isEmpty() ? 0 : 1 + "kmg".indexOf(size.group(2));
        long number = Long.parseLong(size.group(1));
        int bits = BITS_PER_UNIT * units;
        if (number > Long.MAX_VALUE >> bits) {
            throw new TypeConversionException("'" + text + "' is more than any heap has");
        }
        return number << bits;
    }
}
