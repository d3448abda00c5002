package org.semblance.gallery;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/** Metadata as {@code jsonb}. */
@Converter
public class MetadataConverter implements AttributeConverter<Metadata, Object> {

    @Override
    public @Nullable Object convertToDatabaseColumn(@Nullable Metadata metadata) {
        if (metadata == null) {
            return null;
        }
        try {
            var json = new PGobject();
            json.setType("jsonb");
            json.setValue(metadata.json());
            return json;
        } catch (SQLException e) {
            throw new IllegalStateException("The driver refuses JSON", e);
        }
    }

    @Override
    public @Nullable Metadata convertToEntityAttribute(@Nullable Object column) {
        return column == null ? null : Metadata.ofJson(column.toString());
    }
}
