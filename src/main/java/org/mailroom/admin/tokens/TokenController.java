package org.mailroom.admin.tokens;

import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.mailroom.access.tokens.ApiToken;
import org.mailroom.access.tokens.ApiTokens;
import org.mailroom.access.tokens.Scope;
import org.mailroom.admin.forms.FieldMessages;
import org.mailroom.engine.People;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which admins make and revoke tokens. What a bearer shows is told once, on the page after the making. */
@Controller
@RequestMapping("/admin/tokens")
class TokenController {

    private final ApiTokens tokens;
    private final People people;
    private final FieldMessages messages;
    private final Clock clock;

    TokenController(ApiTokens tokens, People people, FieldMessages messages, Clock clock) {
        this.tokens = tokens;
        this.people = people;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show() {
        return page(TokenForm.empty(), Map.of());
    }

    /** A name that is taken by somebody else at the same moment is found by looking again. */
    @PostMapping
    ModelAndView make(
            @ModelAttribute("typed") TokenForm typed,
            BindingResult errors,
            Principal admin,
            RedirectAttributes redirect) {
        typed.check(errors, tokens.all(), clock);
        if (!errors.hasErrors()) {
            try {
                redirect.addFlashAttribute(
                        "secret", tokens.make(typed.title(), typed.chosen(), admin.getName(), typed.endsAt()));
                redirect.addFlashAttribute("made", typed.title());
                return new ModelAndView("redirect:/admin/tokens");
            } catch (DuplicateKeyException taken) {
                typed.check(errors, tokens.all(), clock);
            }
        }
        ModelAndView again = page(typed, messages.of(errors));
        again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return again;
    }

    /** What somebody else has revoked already is revoked. */
    @PostMapping("/{id}/revoke")
    String revoke(@PathVariable long id, RedirectAttributes redirect) {
        tokens.all().stream()
                .filter(token -> token.id() == id)
                .findFirst()
                .ifPresent(token -> redirect.addFlashAttribute("revoked", token.name()));
        tokens.revoke(id);
        return "redirect:/admin/tokens";
    }

    private ModelAndView page(TokenForm typed, Map<String, String> errors) {
        Map<String, String> names = people.names();
        List<ShownToken> shown =
                tokens.all().stream().map(token -> shown(token, names)).toList();
        return new ModelAndView("tokens")
                .addObject("tokens", shown)
                .addObject("scopes", Scope.values())
                .addObject("typed", typed)
                .addObject("wrong", errors);
    }

    private ShownToken shown(ApiToken token, Map<String, String> names) {
        return new ShownToken(
                token, names.getOrDefault(token.madeBy(), token.madeBy()), token.hasEnded(clock.instant()));
    }
}
