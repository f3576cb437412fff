package org.mailroom.engine.models;

import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** How a complaint names the place in a model. */
final class Elements {

    private Elements() {}

    /** The id of the element, or of the nearest around it that has one. */
    static String nearestId(@Nullable ModelElementInstance element) {
        for (ModelElementInstance at = element; at != null; at = at.getParentElement()) {
            if (at instanceof BaseElement named && named.getId() != null) {
                return named.getId();
            }
        }
        return "the model";
    }
}
