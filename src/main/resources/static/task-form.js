// For the page of a case: shows the forms of its tasks by form-js, the same program that Tasklist shows them with.

let viewer;

// Loaded when the first form is there, which may be long after the page.
function loadViewer() {
  viewer ??= new Promise((loaded, failed) => {
    const base = document.querySelector("link[rel=stylesheet]").href.replace(/[^/]*$/, "vendor/form-js/");
    const look = Object.assign(document.createElement("link"), { rel: "stylesheet", href: `${base}form-js.css` });
    const program = Object.assign(document.createElement("script"), { src: `${base}form-viewer.umd.js` });
    program.addEventListener("load", () => loaded(window.FormViewer.Form));
    program.addEventListener("error", failed);
    document.head.append(look, program);
  });
  return viewer;
}

async function showTaskForm(place) {
  if (place.dataset.shown) {
    return;
  }
  place.dataset.shown = "true";
  const Form = await loadViewer();
  const form = new Form({ container: place });
  const schema = JSON.parse(place.dataset.schema);
  await form.importSchema(schema, JSON.parse(place.dataset.values));
  showWrong(form, place);
  form.on("changed", () => place.dataset.typed = "true");
  sendFrom(form, place);
}

// What the server refused stands at its field until that is changed.
function showWrong(form, place) {
  const registry = form.get("formFieldRegistry");
  const errors = {};
  for (const wrong of place.querySelectorAll("[data-wrong]")) {
    const field = registry.getAll().find(candidate => candidate.key === wrong.dataset.wrong);
    if (field) {
      errors[field.id] = [wrong.textContent];
    }
  }
  if (Object.keys(errors).length) {
    form._setState({ errors });
  }
}

// The form of the page is what is sent; that of form-js only fills it in.
function sendFrom(form, place) {
  const sent = document.querySelector(`form[data-answers="${CSS.escape(place.dataset.task)}"]`);
  const send = ({ data, errors }) => {
    if (!Object.keys(errors).length) {
      sent.elements.answers.value = JSON.stringify(data);
      place.dataset.sending = "true";
      setTimeout(() => sent.requestSubmit()); // A form cannot be sent while its own click on "Submit" is being heard.
    }
  };
  form.on("submit", send);
  place.addEventListener("submit", event => event.stopPropagation());
  sent.addEventListener("submit", event => {
    if (!place.dataset.sending) {
      event.preventDefault();
      event.stopPropagation();
      form.submit();
    }
  });
}

const showTaskForms = () => document.querySelectorAll("[data-task-form]").forEach(showTaskForm);

showTaskForms();

// The page of a case puts news in place of what is shown, forms with them.
new MutationObserver(showTaskForms).observe(document.body, { childList: true, subtree: false });
