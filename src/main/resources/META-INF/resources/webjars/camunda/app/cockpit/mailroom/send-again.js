// An action on incidents in Cockpit: a mail that could not be sent is sent again.

const german = navigator.language.startsWith("de");
const base = document.querySelector("base").getAttribute("app-root").replace(/\/camunda$/, "");
const label = german ? "Erneut senden" : "Send again";

async function offer(node, { incidentId, api }) {
  const incident = await json(await fetch(`${api.engineApi}/incident/${encodeURIComponent(incidentId)}`));
  if (incident.incidentType !== "mailNotSent") {
    return;
  }
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn btn-default";
  button.textContent = label;
  const answer = document.createElement("p");
  answer.setAttribute("role", "status");
  button.addEventListener("click", () => sendAgain(button, answer, incident.configuration));
  node.append(button, answer);
}

async function sendAgain(button, answer, mail) {
  button.disabled = true;
  answer.textContent = "…";
  try {
    const csrf = await json(await fetch(`${base}/csrf`));
    const done = await json(await fetch(`${base}/api/outgoing-mails/${encodeURIComponent(mail)}/send-again`, {
      method: "POST",
      headers: { Accept: "application/json", [csrf.header]: csrf.token }
    }));
    answer.textContent = done.message;
  } catch (refused) {
    answer.textContent = refused.message;
    button.disabled = false;
  }
}

// The answer's body; an error with the server's reason where it refused.
async function json(answer) {
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    throw new Error(body.detail ?? `${label}: ${answer.status}`);
  }
  return body;
}

export default {
  id: "mailroom-send-again",
  pluginPoint: "cockpit.incident.action",
  priority: 100,
  properties: { label },
  render: (node, context) => offer(node, context).catch(error => console.error(error))
};
