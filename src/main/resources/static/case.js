// For the page of a case: keeps what is typed, notices news, listens to Tasklist around it.

const page = document.querySelector("[data-case]");
const number = page.dataset.case;
const keptForms = [...document.querySelectorAll("form[data-keep]")];

// What is typed is kept in this tab until it was sent, so that another task, a reload or a new login does not lose it.

const keyOf = (form, field) => `mailroom ${number} ${form.dataset.keep} ${field.name}`;
const fieldsOf = form => [...form.querySelectorAll("textarea, select, input[type=datetime-local], input[type=text]")];
const openedKey = `mailroom ${number} opened`;

function forget(form) {
  fieldsOf(form).forEach(field => sessionStorage.removeItem(keyOf(form, field)));
}

const done = document.querySelector("[data-done]")?.dataset.done;
if (done) {
  keptForms.filter(form => form.dataset.keep === done).forEach(forget);
  if (sessionStorage.getItem(openedKey) === `#${done}`) {
    sessionStorage.removeItem(openedKey);
  }
}

// Somebody may have typed before this script was there.
for (const form of keptForms) {
  for (const field of fieldsOf(form)) {
    const keep = () => sessionStorage.setItem(keyOf(form, field), field.value);
    if (field.value) {
      keep();
    } else {
      field.value = sessionStorage.getItem(keyOf(form, field)) ?? "";
    }
    field.addEventListener("input", keep);
  }
}

const isTypedIn = () => keptForms.some(form =>
  fieldsOf(form).some(field => field.value) || form.querySelector("input[type=file]")?.files.length);

for (const link of document.querySelectorAll("[data-leave]")) {
  link.addEventListener("click", () => {
    forget(link.closest("form"));
    sessionStorage.removeItem(openedKey);
  });
}

// The form that was asked for gets the keyboard. Where it stands beside the conversation, that stays where it is.

function enterForm() {
  const asked = document.querySelector(".verb:target");
  asked?.querySelector("textarea, select, input:not([type=hidden], .copies *)")?.focus({ preventScroll: true });
}
addEventListener("hashchange", () => {
  sessionStorage.setItem(openedKey, location.hash);
  enterForm();
});

// A form that was opened, be it before this script was there, stays open when the page is drawn anew, by itself or by Tasklist.
const opened = sessionStorage.getItem(openedKey);
if (location.hash) {
  sessionStorage.setItem(openedKey, location.hash);
} else if (opened) {
  location.replace(opened);
}
enterForm();
document.querySelector("[aria-invalid=true]")?.focus();

const beside = matchMedia("(min-width: 64rem)");
for (const link of document.querySelectorAll(".verbs a")) {
  link.addEventListener("click", event => {
    sessionStorage.setItem(openedKey, link.hash);
    if (beside.matches) {
      const top = scrollY;
      event.preventDefault();
      location.replace(link.hash);
      scrollTo({ top, behavior: "instant" });
    }
  });
}

// Files that the server would refuse for their size never leave.

const most = 25_000_000;
for (const field of document.querySelectorAll("input[type=file]")) {
  field.addEventListener("change", () => {
    const size = [...field.files].reduce((sum, file) => sum + file.size, 0);
    const hint = field.parentElement.querySelector("[data-too-big]");
    hint.hidden = size <= most;
    field.setCustomValidity(size <= most ? "" : hint.textContent);
  });
}

// A formatted mail is as high as it needs to be.

for (const frame of document.querySelectorAll("iframe.paper")) {
  frame.addEventListener("load", () => {
    const content = frame.contentDocument?.documentElement;
    if (content) {
      frame.style.height = `${Math.min(Math.ceil(content.getBoundingClientRect().height) + 4, 4000)}px`;
    }
  });
}

// Images from the web are shown in this view only, and hidden again where they were asked for.

for (const link of document.querySelectorAll("[data-images]")) {
  const words = [link.textContent, link.dataset.hide];
  const addresses = [link.getAttribute("href"), link.getAttribute("href").split("?")[0]];
  let shown = 0;
  link.addEventListener("click", () => setTimeout(() => {
    shown = 1 - shown;
    link.textContent = words[shown];
    link.href = addresses[shown];
  }));
}

// News: the page asks now and then, and shows it at once unless somebody is at work on the page.

let looking = false;
let isRenewing = false;
let isLeaving = false;

async function look() {
  if (looking || document.hidden) {
    return;
  }
  looking = true;
  try {
    const answer = await fetch(`${page.dataset.here}/version`, { headers: { Accept: "text/plain" }, redirect: "manual" });
    if (answer.ok && await answer.text() !== page.dataset.version) {
      showNews();
    }
  } catch {
    // Offline for a moment: the next look will tell.
  } finally {
    looking = false;
  }
}

function showNews() {
  if (isLeaving || isTypedIn() || document.querySelector(".verb:target, .verb.opened, details[open]")) {
    document.querySelector("[data-news]").hidden = false;
  } else {
    isRenewing = true;
    location.reload();
  }
}

// What somebody clicked goes first: a reload would cut off a form that is being sent or a page that is on its way.
addEventListener("beforeunload", () => isLeaving = true);
addEventListener("pageshow", event => isLeaving &&= !event.persisted);

// A reload that has begun gives way to whoever touches the page, for what he does would be lost with it.
for (const touch of ["pointerdown", "keydown"]) {
  addEventListener(touch, () => {
    if (isRenewing) {
      stop();
      isRenewing = false;
      isLeaving = false;
    }
  }, { capture: true });
}

setInterval(look, 15_000);
document.addEventListener("visibilitychange", look);

// Tasklist around the page says when something was done to the task there.

addEventListener("message", event => {
  if (event.origin === location.origin && event.source === parent && event.data?.mailroom === "look") {
    look();
  }
});
