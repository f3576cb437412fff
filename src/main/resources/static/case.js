// For the page of a case: keeps what is typed, notices news, listens to Tasklist around it.

let page = document.querySelector("[data-case]");
const number = page.dataset.case;
const keptForms = () => [...page.querySelectorAll("form[data-keep]")];

// What is typed is kept in this tab until it was sent, so that another task, a reload or a new login does not lose it.

const keyOf = (form, field) => `mailroom ${number} ${form.dataset.keep} ${field.name}`;
const fieldsOf = form => [...form.querySelectorAll("textarea, select, input[type=datetime-local], input[type=text]")];
const openedKey = `mailroom ${number} opened`;

function forget(form) {
  fieldsOf(form).forEach(field => sessionStorage.removeItem(keyOf(form, field)));
}

const done = document.querySelector("[data-done]")?.dataset.done;
if (done) {
  keptForms().filter(form => form.dataset.keep === done).forEach(forget);
  if (sessionStorage.getItem(openedKey) === `#${done}`) {
    sessionStorage.removeItem(openedKey);
  }
}

// Somebody may have typed before this script was there.
function keepWhatIsTyped() {
  for (const form of keptForms()) {
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
  for (const link of page.querySelectorAll("[data-leave]")) {
    link.addEventListener("click", () => {
      forget(link.closest("form"));
      sessionStorage.removeItem(openedKey);
    });
  }
}

const isTypedIn = () => page.querySelector("[data-typed]") !== null || keptForms().some(form =>
  fieldsOf(form).some(field => field.value) || form.querySelector("input[type=file]")?.files.length);

// The form that was asked for gets the keyboard. Where it stands beside the conversation, that stays where it is.

function enterForm() {
  const asked = document.querySelector(".verb:target");
  asked?.querySelector("textarea, select, input:not([type=hidden], .copies *)")?.focus({ preventScroll: true });
}
addEventListener("hashchange", () => {
  sessionStorage.setItem(openedKey, location.hash);
  enterForm();
});

const beside = matchMedia("(min-width: 64rem)");
function openForms() {
  for (const link of page.querySelectorAll(".verbs a")) {
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
}

// Files that the server would refuse for their size never leave.

const most = 25_000_000;
function holdBackBigFiles() {
  for (const field of page.querySelectorAll("input[type=file]")) {
    field.addEventListener("change", () => {
      const size = [...field.files].reduce((sum, file) => sum + file.size, 0);
      const hint = field.parentElement.querySelector("[data-too-big]");
      hint.hidden = size <= most;
      field.setCustomValidity(size <= most ? "" : hint.textContent);
    });
  }
}

// A formatted mail is as high as it needs to be.

function fitMails() {
  for (const frame of page.querySelectorAll("iframe.paper")) {
    frame.addEventListener("load", () => {
      const content = frame.contentDocument?.documentElement;
      if (content) {
        frame.style.height = `${Math.min(Math.ceil(content.getBoundingClientRect().height) + 4, 4000)}px`;
      }
    });
  }
}

// Images from the web are shown in this view only, and hidden again where they were asked for.

function offerImages() {
  for (const link of page.querySelectorAll("[data-images]")) {
    const words = [link.textContent, link.dataset.hide];
    const addresses = [link.getAttribute("href"), link.getAttribute("href").split("?")[0]];
    let shown = 0;
    link.addEventListener("click", () => setTimeout(() => {
      shown = 1 - shown;
      link.textContent = words[shown];
      link.href = addresses[shown];
    }));
  }
}

function begin() {
  keepWhatIsTyped();
  openForms();
  holdBackBigFiles();
  fitMails();
  offerImages();
}

begin();

// A form that was opened, be it before this script was there, stays open when the page is drawn anew, by itself or by Tasklist.
const opened = sessionStorage.getItem(openedKey);
if (location.hash) {
  sessionStorage.setItem(openedKey, location.hash);
} else if (opened) {
  location.replace(opened);
}
enterForm();
document.querySelector("[aria-invalid=true]")?.focus();

// News: the page asks now and then, and shows it at once unless somebody is at work on the page.

let looking = false;
let isLeaving = false;
let isPressed = false;

async function look() {
  if (looking || document.hidden) {
    return;
  }
  looking = true;
  try {
    const answer = await fetch(`${page.dataset.here}/version`, { headers: { Accept: "text/plain" }, redirect: "manual" });
    if (answer.ok && await answer.text() !== page.dataset.version) {
      await showNews();
    }
  } catch {
    // Offline for a moment: the next look will tell.
  } finally {
    looking = false;
  }
}

// Put in place of what is shown, and not loaded as a page: a click that falls into the change of pages is lost.
async function showNews() {
  const fresh = isAtWork() ? null : await fetchPage();
  if (isAtWork()) {
    page.querySelector("[data-news]").hidden = false;
  } else if (fresh) {
    show(fresh);
  } else {
    location.reload();
  }
}

// The keyboard stays where it was, and so does what is said to be done.
function show(fresh) {
  const focused = page.contains(document.activeElement) ? document.activeElement.outerHTML : null;
  const said = page.querySelector("[data-done]");
  if (said) {
    said.removeAttribute("data-done");
    fresh.querySelector("[data-news]").before(said);
  }
  page.replaceWith(fresh);
  page = fresh;
  prepare(page);
  begin();
  [...page.querySelectorAll("a, button")].find(same => same.outerHTML === focused)?.focus({ preventScroll: true });
  tellTasklist();
}

// Null where the case is not to be seen any more: then there is another page in its place.
async function fetchPage() {
  const [address] = location.href.split("#");
  const answer = await fetch(address, { headers: { Accept: "text/html" }, redirect: "manual" });
  return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-case]") : null;
}

const isAtWork = () => isLeaving || isPressed || isTypedIn() || getSelection().type === "Range"
  || document.querySelector(".verb:target, .verb.opened, details[open]") !== null;

addEventListener("beforeunload", () => isLeaving = true);
addEventListener("pageshow", event => isLeaving &&= !event.persisted);

// What is pressed counts when it is let go of, which the browser says afterwards.
for (const press of ["pointerdown", "keydown"]) {
  addEventListener(press, () => isPressed = true, { capture: true });
}
for (const release of ["pointerup", "pointercancel", "keyup", "blur"]) {
  addEventListener(release, () => setTimeout(() => isPressed = false), { capture: true });
}

setInterval(look, 15_000);
document.addEventListener("visibilitychange", look);

// Tasklist around the page says when something was done to the task there.

addEventListener("message", event => {
  if (event.origin === location.origin && event.source === parent && event.data?.mailroom === "look") {
    look();
  }
});
