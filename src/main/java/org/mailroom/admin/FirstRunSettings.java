package org.mailroom.admin;

import jakarta.validation.Valid;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What Mailroom begins with, so that a new installation has inboxes and somebody who may log in. Each is added where it
 * is missing; what is there already stays as it is.
 */
@Validated
@ConfigurationProperties("mailroom.first-run")
record FirstRunSettings(@DefaultValue @Valid List<InboxToAdd> inboxes, @DefaultValue @Valid List<PersonToAdd> people) {}
