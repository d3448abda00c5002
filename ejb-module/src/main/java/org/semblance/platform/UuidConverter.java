package org.semblance.platform;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/** A UUID that may be missing: EclipseLink would send the missing one as a text, which PostgreSQL refuses. */
@Converter
public class UuidConverter implements AttributeConverter<UUID, Object> {

    @Override
    public Object convertToDatabaseColumn(@Nullable UUID id) {
        try {
            var column = new PGobject();
            column.setType("uuid");
            column.setValue(id == null ? null : id.toString());
            return column;
        } catch (SQLException e) {
            throw new IllegalStateException("The driver refuses a UUID", e);
        }
    }

    @Override
    public @Nullable UUID convertToEntityAttribute(@Nullable Object column) {
        return column == null ? null : UUID.fromString(column.toString());
    }
}
