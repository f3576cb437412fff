// Stands in the place of the file of this name that comes with Cockpit.
import { fetchLabels, locales } from "../../mailroom/labels.js";
import { showRoles } from "../../mailroom/roles.js";

// RequireJS by itself gives each script seven seconds, and a page whose script comes later stays empty.
window.require.config({ waitSeconds: 0 });

await Promise.all([fetchLabels("cockpit"), showRoles()]);

export default {
  locales,
  customScripts: ["mailroom/send-again"]
};
