package org.mailroom.admin.forms;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;

/** What is wrong with what was entered, in words for whoever looks at the page. */
@Component
public class FieldMessages {

    private final MessageSource messages;

    FieldMessages(MessageSource messages) {
        this.messages = messages;
    }

    /** The first thing that is wrong with each field, by the name of the field. */
    public Map<String, String> of(BindingResult errors) {
        return of(errors, "");
    }

    /** Only of the fields below this path, by their names without it. */
    public Map<String, String> of(BindingResult errors, String path) {
        Map<String, String> said = new LinkedHashMap<>();
        errors.getFieldErrors(path + "*")
                .forEach(error -> said.putIfAbsent(
                        error.getField().substring(path.length()),
                        messages.getMessage(error, LocaleContextHolder.getLocale())));
        return said;
    }
}
