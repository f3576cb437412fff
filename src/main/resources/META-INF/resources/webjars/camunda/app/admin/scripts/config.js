// Stands in the place of the file of this name that comes with Admin.
import { fetchLabels, locales } from "../../mailroom/labels.js";

// RequireJS by itself gives each script seven seconds, and a page whose script comes later stays empty.
window.require.config({ waitSeconds: 0 });

await fetchLabels("admin");

export default { locales };
