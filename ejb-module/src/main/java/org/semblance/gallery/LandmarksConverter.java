package org.semblance.gallery;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import org.semblance.vision.Landmarks;

/** Landmarks as an array of ten numbers, which EclipseLink takes apart before it asks. */
@Converter
public class LandmarksConverter implements AttributeConverter<Landmarks, Object> {

    @Override
    public @Nullable Object convertToDatabaseColumn(@Nullable Landmarks landmarks) {
        return landmarks == null ? null : landmarks.coordinates();
    }

    @Override
    public @Nullable Landmarks convertToEntityAttribute(@Nullable Object column) {
        if (column == null) {
            return null;
        }
        Float[] numbers = (Float[]) column;
        float[] coordinates = new float[numbers.length];
        for (int i = 0; i < coordinates.length; i++) {
            coordinates[i] = numbers[i];
        }
        return new Landmarks(coordinates);
    }
}
