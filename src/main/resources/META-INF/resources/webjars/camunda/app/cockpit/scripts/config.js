// Stands in the place of the file of this name that comes with Cockpit.
export default {
  customScripts: ["mailroom/send-again"]
};
