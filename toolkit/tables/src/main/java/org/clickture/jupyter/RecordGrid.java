package org.clickture.jupyter;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Records of one class as a grid: a row for each, a column for each component. {@code byteOffset} becomes {@code byte
 * offset}, {@code MOST_CLICKS} becomes {@code most clicks}, an empty Optional an empty cell.
 */
final class RecordGrid {

    private RecordGrid() {}

    /** Whether the list is one that {@link #of} can show. */
    static boolean fits(List<?> list) {
        if (list.isEmpty() || !(list.get(0) instanceof Record first)) {
            return false;
        }
        RecordComponent[] components = first.getClass().getRecordComponents();
        return components.length > 0
                && list.stream().allMatch(element -> element != null && element.getClass() == first.getClass())
                && Arrays.stream(components).allMatch(part -> part.getAccessor().trySetAccessible());
    }

    /** The first {@code maxRows} records, with their true number below if there are more. */
    static Grid of(List<?> records, int maxRows) {
        RecordComponent[] components = records.get(0).getClass().getRecordComponents();
        Grid grid = new Grid("");
        for (RecordComponent component : components) {
            String name = words(component.getName());
            if (isNumber(component.getType())) {
                grid.number(name);
            } else {
                grid.text(name);
            }
        }
        for (Object row : records.subList(0, Math.min(maxRows, records.size()))) {
            List<String> cells = new ArrayList<>();
            for (RecordComponent component : components) {
                cells.add(cell(value(component, row)));
            }
            grid.row(cells);
        }
        return records.size() > maxRows
                ? grid.note(String.format(Locale.ROOT, "%,d of %,d rows", maxRows, records.size()))
                : grid;
    }

    private static @Nullable Object value(RecordComponent component, Object row) {
        try {
            return component.getAccessor().invoke(row);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }

    private static String cell(@Nullable Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(RecordGrid::cell).orElse("");
        }
        if (value instanceof Collection<?> several) {
            return several.stream().map(RecordGrid::cell).collect(Collectors.joining("; "));
        }
        if (value instanceof Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
        if (value instanceof Long || value instanceof Integer) {
            return String.format(Locale.ROOT, "%,d", ((Number) value).longValue());
        }
        if (value instanceof Double || value instanceof Float) {
            return String.format(Locale.ROOT, "%,.3f", ((Number) value).doubleValue());
        }
        return value == null ? "" : value.toString();
    }

    private static boolean isNumber(Class<?> type) {
        return Number.class.isAssignableFrom(type)
                || (type.isPrimitive() && type != boolean.class && type != char.class);
    }

    private static String words(String camelCase) {
        return camelCase.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
