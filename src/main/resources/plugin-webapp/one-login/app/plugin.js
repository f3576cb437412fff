// Camunda's web applications show a login form of their own when nobody is logged in. Mailroom has one login for all:
// loading the page anew leads there, and back to this page afterwards.
const loginOf = application => ({
  id: 'one-login',
  pluginPoint: `${application}.login`,
  priority: 100,
  render: () => window.location.replace(window.location.pathname)
});

export default ['admin', 'cockpit', 'tasklist', 'welcome'].map(loginOf);
