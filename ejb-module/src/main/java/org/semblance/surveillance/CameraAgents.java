package org.semblance.surveillance;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.semblance.platform.Statements;

/** Which keys are those of cameras' agents. */
@Stateless
@LocalBean
@PermitAll
public class CameraAgents {
    private static final String ADD =
            "INSERT INTO semblance.camera_agent (api_key_id, camera_id) VALUES (?, ?) ON CONFLICT DO NOTHING";
    private static final String ALL = """
            SELECT 'key:' || api_key.prefix AS caller, camera_id
              FROM semblance.camera_agent JOIN semblance.api_key ON api_key.id = api_key_id
             WHERE revoked_at IS NULL AND expires_at > now()
            """;
    private static final String OF_CAMERA =
            "SELECT api_key_id FROM semblance.camera_agent WHERE camera_id = ? ORDER BY api_key_id";

    private static final String TELL = "SELECT CAST(pg_notify('" + CameraStore.CHANNEL + "', ?) AS text)";

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public CameraAgents() {}

    /** Outside the container. */
    public CameraAgents(DataSource database) {
        this.database = database;
    }

    public void add(CameraId camera, long key) {
        statements().change(ADD, key, camera.value());
        statements().first(TELL, row -> row.getString(1), camera.toString());
    }

    /** The camera of each agent, by what callers with a key are called. */
    public Map<String, CameraId> all() {
        return statements()
                .list(ALL, row -> Map.entry(row.getString("caller"), new CameraId(row.getLong("camera_id"))))
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Ids of the keys of a camera, revoked ones included, the oldest first. */
    public List<Long> keysOf(CameraId camera) {
        return statements().list(OF_CAMERA, row -> row.getLong(1), camera.value());
    }

    private Statements statements() {
        return new Statements(database);
    }
}
