package org.semblance.jobs;

import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import org.semblance.platform.Json;

/** Which job to start, with what. */
public record JobRequest(String job, Map<String, String> parameters) {
    public JobRequest {
        parameters = Map.copyOf(parameters);
    }

    /** What a job was told, as it is kept: a JSON object of texts. */
    public static Map<String, String> texts(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            JsonObject object = reader.readObject();
            var texts = new HashMap<String, String>();
            object.keySet().forEach(name -> texts.put(name, object.getString(name)));
            return texts;
        }
    }
}
