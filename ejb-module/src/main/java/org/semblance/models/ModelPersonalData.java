package org.semblance.models;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.semblance.personaldata.PersonalData;
import org.semblance.personaldata.PersonalTable;
import org.semblance.personaldata.Subject;

/** Which faces a model could not embed. */
@ApplicationScoped
public class ModelPersonalData implements PersonalData {

    @Override
    public String context() {
        return "models";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(new PersonalTable("embedding_skip", "face_id = ANY (:faces)"));
    }

    /** The rows go with the faces. */
    @Override
    public void erase(Subject subject) {}
}
