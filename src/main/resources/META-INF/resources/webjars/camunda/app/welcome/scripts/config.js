// Stands in the place of the file of this name that comes with Welcome, to which "My profile" leads in the head of each of
// Camunda's web applications: from there on to our own front page.
import { fetchLabels, locales } from "../../mailroom/labels.js";
const german = navigator.language.startsWith("de");
const base = document.querySelector("base").getAttribute("app-root").replace(/\/camunda$/, "");

// RequireJS by itself gives each script seven seconds, and a page whose script comes later stays empty.
window.require.config({ waitSeconds: 0 });

await fetchLabels("welcome");

export default {
  locales,
  links: [{
    label: "Mailroom",
    href: `${base}/`,
    description: german ? "Alles, was Sie in Mailroom tun können" : "All that you can do in Mailroom"
  }]
};
