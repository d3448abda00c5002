package org.semblance.platform.rest;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.InvalidInputException;

/** Refuses a query parameter that is no number as invalid; JAX-RS alone would say that nothing was found. */
@Provider
public class NumberParameters implements ParamConverterProvider {
    private static final Map<Class<?>, Function<String, Number>> PARSERS = Map.of(
            int.class, Integer::valueOf,
            Integer.class, Integer::valueOf,
            long.class, Long::valueOf,
            Long.class, Long::valueOf,
            double.class, Double::valueOf,
            Double.class, Double::valueOf);

    @Override
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        Function<String, Number> parser = PARSERS.get(type);
        Optional<String> parameter = Arrays.stream(annotations)
                .filter(QueryParam.class::isInstance)
                .map(annotation -> ((QueryParam) annotation).value())
                .findFirst();
        if (parser == null || parameter.isEmpty()) {
            return null;
        }
        @SuppressWarnings("unchecked") // the parser of a type makes values of that type
        var converter = (ParamConverter<T>) new NumberConverter(parameter.get(), parser);
        return converter;
    }

    private record NumberConverter(String parameter, Function<String, Number> parser)
            implements ParamConverter<Number> {

        @Override
        public Number fromString(String value) {
            try {
                return parser.apply(value.strip());
            } catch (NumberFormatException e) {
                throw new InvalidInputException(parameter, parameter + " is a number, not '" + value + "'");
            }
        }

        @Override
        public String toString(Number value) {
            return value.toString();
        }
    }
}
