package org.semblance.retention;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.semblance.lifetime.RetentionKind;

/** Every kind that the application would find, outside the container. */
final class Kinds {
    private static final List<? extends Class<?>> TYPES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.semblance").stream()
                    .filter(type -> type.isAssignableTo(RetentionKind.class))
                    .filter(type -> type.isAnnotatedWith("jakarta.enterprise.context.ApplicationScoped"))
                    .map(JavaClass::reflect)
                    .toList();

    private Kinds() {}

    static List<RetentionKind> all(DataSource database) {
        return TYPES.stream().map(type -> made(type, database)).toList();
    }

    private static RetentionKind made(Class<?> type, DataSource database) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            var kind = (RetentionKind) constructor.newInstance();
            Stream.of(type, type.getSuperclass())
                    .flatMap(owner -> Stream.of(owner.getDeclaredFields()))
                    .filter(field -> field.getType() == DataSource.class)
                    .forEach(field -> set(field, kind, database));
            return kind;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " needs the constructor without arguments that CDI subclasses", e);
        }
    }

    private static void set(Field field, RetentionKind kind, DataSource database) {
        try {
            field.setAccessible(true);
            field.set(kind, database);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
