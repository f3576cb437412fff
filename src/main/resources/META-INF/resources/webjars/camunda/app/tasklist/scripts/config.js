// Replaces the file of this name that comes with Tasklist. The shortcuts are those that it ships, but for
// starting a process: a case begins with a mail.
import { fetchLabels, locales } from "../../mailroom/labels.js";
import { showRoles } from "../../mailroom/roles.js";
import { lockOwner } from "../mailroom/owner.js";

// RequireJS by itself gives each script seven seconds, and a page whose script comes later stays empty.
window.require.config({ waitSeconds: 0 });

await Promise.all([fetchLabels("tasklist"), showRoles()]);
lockOwner();

export default {
  locales,
  customScripts: ["mailroom/conversation"],
  shortcuts: {
    claimTask: { key: "ctrl+alt+c", description: "claims the currently selected task" },
    focusFilter: { key: "ctrl+shift+f", description: "set the focus to the first filter in the list" },
    focusList: { key: "ctrl+alt+l", description: "sets the focus to the first task in the list" },
    focusForm: { key: "ctrl+alt+f", description: "sets the focus to the first input field in a task form" }
  }
};
