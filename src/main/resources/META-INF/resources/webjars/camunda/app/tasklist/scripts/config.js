// Stands in the place of the file of this name that comes with Tasklist; the shortcuts are those that it ships.

// RequireJS by itself gives each script seven seconds, and a page whose script comes later stays empty.
window.require.config({ waitSeconds: 0 });

export default {
  customScripts: ["mailroom/conversation"],
  shortcuts: {
    claimTask: { key: "ctrl+alt+c", description: "claims the currently selected task" },
    focusFilter: { key: "ctrl+shift+f", description: "set the focus to the first filter in the list" },
    focusList: { key: "ctrl+alt+l", description: "sets the focus to the first task in the list" },
    focusForm: { key: "ctrl+alt+f", description: "sets the focus to the first input field in a task form" },
    startProcess: { key: "ctrl+alt+p", description: "opens the start process modal dialog" }
  }
};
