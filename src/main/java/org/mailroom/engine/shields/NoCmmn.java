package org.mailroom.engine.shields;

import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.impl.cmmn.model.CmmnCaseDefinition;
import org.camunda.bpm.engine.impl.cmmn.transformer.AbstractCmmnTransformListener;
import org.camunda.bpm.model.cmmn.instance.Case;

/** Refuses CMMN models: nothing here uses them, and they can carry scripts and classes past {@link NoCodeInModels}. */
class NoCmmn extends AbstractCmmnTransformListener {

    @Override
    public void transformCase(Case element, CmmnCaseDefinition definition) {
        throw new NotValidException(
                "Mailroom runs BPMN and DMN, no CMMN; please draw case " + element.getId() + " in BPMN");
    }
}
