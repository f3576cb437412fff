package org.mailroom.admin.formprofiles;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailroom.admin.forms.FieldMessages;
import org.mailroom.intake.form.FormProfile;
import org.mailroom.intake.form.FormProfiles;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.ModelAndView;

/** Every profile with the form to try them, and the form for one of them. */
@Component
class FormProfilePages {

    private final FormProfiles profiles;
    private final FieldMessages messages;

    FormProfilePages(FormProfiles profiles, FieldMessages messages) {
        this.profiles = profiles;
        this.messages = messages;
    }

    ModelAndView list() {
        return list(TryForm.empty(), Map.of());
    }

    /** With a mail that could not be tried. */
    ModelAndView list(TryForm tried, BindingResult errors) {
        return again(list(tried, messages.of(errors)));
    }

    ModelAndView list(TryForm tried, Map<String, String> errors) {
        Set<String> own = keys(profiles.added());
        Set<String> shipped = keys(profiles.shipped());
        List<ShownProfile> shown = profiles.all().stream()
                .map(profile -> new ShownProfile(profile, own.contains(profile.key()), shipped.contains(profile.key())))
                .toList();
        return new ModelAndView("form-profiles")
                .addObject("profiles", shown)
                .addObject("own", ProfileForm.OWN_FIELDS)
                .addObject("tried", tried)
                .addObject("wrong", errors);
    }

    /** @param changed the profile that is there; null where the form is for a new one */
    ModelAndView form(ProfileForm typed, @Nullable FormProfile changed) {
        return form(typed, changed, Map.of());
    }

    /** With what was typed and could not be saved. */
    ModelAndView form(ProfileForm typed, @Nullable FormProfile changed, BindingResult errors) {
        return again(form(typed, changed, messages.of(errors)));
    }

    private ModelAndView form(ProfileForm typed, @Nullable FormProfile changed, Map<String, String> errors) {
        return new ModelAndView("form-profile")
                .addObject("typed", typed)
                .addObject("changed", changed)
                .addObject(
                        "shipped", changed != null && keys(profiles.shipped()).contains(changed.key()))
                .addObject("added", changed != null && keys(profiles.added()).contains(changed.key()))
                .addObject("own", ProfileForm.OWN_FIELDS)
                .addObject("wrong", errors);
    }

    private static Set<String> keys(List<FormProfile> profiles) {
        return profiles.stream().map(FormProfile::key).collect(Collectors.toSet());
    }

    private static ModelAndView again(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }
}
