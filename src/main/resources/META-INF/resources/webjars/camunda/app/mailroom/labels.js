// Fetches the labels of one of Camunda's web applications before it starts. By itself it starts without them on the first
// visit of a browser, and what is drawn before they arrive shows their raw keys, such as CREATION_DATE, until the next reload.

export const locales = { availableLocales: ["en", "de"], fallbackLocale: "en" };

const kept = "camunda-web";
const root = document.querySelector("base").getAttribute("app-root");

// Keeps the labels where the application looks for them at its start. Without them it still starts, as it does by itself.
export async function fetchLabels(application) {
  const language = languageOf(navigator);
  await Promise.all([...new Set([language, locales.fallbackLocale])].map(each => fetchOne(application, each)));
}

function languageOf({ languages, language }) {
  const preferred = (languages?.[0] ?? language ?? "").split("-")[0].toLowerCase();
  return locales.availableLocales.includes(preferred) ? preferred : locales.fallbackLocale;
}

async function fetchOne(application, language) {
  const folder = `${root}/app/${application}/locales/`;
  const key = `${folder}_locales_data_${language}_${window.bust}`;
  if (read()[key]) {
    return;
  }
  try {
    const answer = await fetch(`${folder}${language}.json?bust=${window.bust}`);
    if (answer.ok) {
      const labels = await answer.text();
      localStorage.setItem(kept, JSON.stringify({ ...read(), [key]: labels }));
    }
  } catch (unreachable) {
    console.warn(`The labels of ${application} did not arrive`, unreachable);
  }
}

function read() {
  return JSON.parse(localStorage.getItem(kept) ?? "{}");
}
