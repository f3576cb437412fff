package org.mailroom.api;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/** Which mail of the log it is. */
@JsonNaming(SnakeCaseStrategy.class)
record ReceivedMailId(long receivedMail) {}
