package org.mailroom.admin.formprofiles;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailroom.intake.form.FormProfile;
import org.mailroom.intake.form.FormProfiles;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adds, changes and removes form profiles. One that comes with Mailroom is changed by one that takes its place. */
@Controller
@RequestMapping("/admin/form-profiles")
class FormProfileController {

    private final FormProfiles profiles;
    private final FormProfilePages pages;

    FormProfileController(FormProfiles profiles, FormProfilePages pages) {
        this.profiles = profiles;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView list() {
        return pages.list();
    }

    /** @param like key of a profile of which it is to be a copy */
    @GetMapping("/new")
    ModelAndView begin(@RequestParam(required = false) @Nullable String like) {
        ProfileForm typed = like == null
                ? ProfileForm.empty()
                : ProfileForm.of(profile(like)).named("", "");
        return pages.form(typed, null);
    }

    @PostMapping("/new")
    ModelAndView add(@ModelAttribute("typed") ProfileForm typed, BindingResult errors, RedirectAttributes redirect) {
        if (!FormProfile.isKey(typed.id())) {
            errors.rejectValue("key", "error.key");
        } else if (found(typed.id()).isPresent()) {
            errors.rejectValue("key", "error.profile-key-taken");
        }
        typed.check(errors);
        return errors.hasErrors() ? pages.form(typed, null, errors) : saved(typed.profile(), redirect);
    }

    @GetMapping("/profiles/{key}")
    ModelAndView show(@PathVariable String key) {
        FormProfile profile = profile(key);
        return pages.form(ProfileForm.of(profile), profile);
    }

    @PostMapping("/profiles/{key}")
    ModelAndView change(
            @PathVariable("key") String key,
            @ModelAttribute("typed") ProfileForm typed,
            BindingResult errors,
            RedirectAttributes redirect) {
        FormProfile profile = profile(key);
        typed.check(errors);
        return errors.hasErrors()
                ? pages.form(typed, profile, errors)
                : saved(typed.named(key, typed.name()).profile(), redirect);
    }

    /** What somebody else has removed already is removed. */
    @PostMapping("/profiles/{key}/remove")
    String remove(@PathVariable String key, RedirectAttributes redirect) {
        found(key).ifPresent(profile -> redirect.addFlashAttribute("removed", profile.name()));
        profiles.remove(key);
        return "redirect:/admin/form-profiles";
    }

    private ModelAndView saved(FormProfile profile, RedirectAttributes redirect) {
        profiles.put(profile);
        redirect.addFlashAttribute("saved", profile.name());
        return new ModelAndView("redirect:/admin/form-profiles");
    }

    private FormProfile profile(String key) {
        return found(key).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Optional<FormProfile> found(String key) {
        return profiles.all().stream()
                .filter(profile -> profile.key().equals(key))
                .findFirst();
    }
}
