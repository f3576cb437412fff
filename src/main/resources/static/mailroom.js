// For every page. Pages work without it; it shows times in the zone of the browser and sends that zone along.

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
// The page's language, in the reader's own manner of writing dates where he has one for it.
const language = navigator.languages.find(own => own.startsWith(document.documentElement.lang));
const format = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });

// A part of a page as it came from the server.
function prepare(part) {
  for (const time of part.querySelectorAll("time[datetime]")) {
    time.textContent = format.format(new Date(time.dateTime));
  }

  for (const field of part.querySelectorAll("[data-zone]")) {
    field.value = zone;
  }

  for (const hint of part.querySelectorAll("[data-zone-hint]")) {
    hint.textContent = zone;
  }

  // The picker offers only what lies ahead. What is entered otherwise is judged by the server.
  for (const field of part.querySelectorAll("[data-ahead]")) {
    const now = new Date();
    field.min = new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, field.type === "date" ? 10 : 16);
  }

  // What is to be copied is selected by a click into it. The button needs the clipboard, which browsers give to pages that
  // came over TLS or from this machine.
  for (const field of part.querySelectorAll("[data-copied]")) {
    const button = field.parentElement.querySelector("button");
    field.addEventListener("focus", () => field.select());
    button.hidden = !navigator.clipboard;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(field.value);
      button.textContent = field.dataset.copied;
    });
  }
}

prepare(document);

// Whoever is told that something is wrong is where he can mend it: after the browser went to the part that its address
// names, which takes the focus away.
addEventListener("load", () => document.querySelector("[aria-invalid=true]")?.focus());

// One click is one request. The buttons are switched off a moment later: a button that is off is not sent, and the server
// asks some of them which one was pressed.
document.addEventListener("submit", event => {
  const form = event.target;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "true";
  setTimeout(() => form.querySelectorAll("button").forEach(button => button.setAttribute("disabled", "")));
});

// A page that comes back from the browser's memory can be sent again.
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
    form.querySelectorAll("button").forEach(button => button.removeAttribute("disabled"));
  }
});

// What was done is said once, not again by a reload.
const address = new URL(location);
if (address.searchParams.has("done")) {
  address.searchParams.delete("done");
  history.replaceState(null, "", address);
}

// Inside Tasklist: say which version of the case is shown and what was done, so that it reads its list and its task again.
function tellTasklist() {
  if (parent !== window) {
    const version = document.querySelector("[data-version]")?.dataset.version;
    const done = document.querySelector("[data-done]")?.textContent;
    parent.postMessage({ mailroom: "shown", version, done }, location.origin);
  }
}

tellTasklist();
