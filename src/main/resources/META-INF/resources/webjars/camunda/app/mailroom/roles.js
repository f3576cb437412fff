// Writes the roles of the person at the screen to the root of the page, as data-roles, for the style sheets: they hide what
// the person may not use. Without an answer everything that needs a role stays hidden.

const base = document.querySelector("base").getAttribute("app-root").replace(/\/camunda$/, "");

export async function showRoles() {
  try {
    const answer = await fetch(`${base}/roles`, { headers: { Accept: "application/json" } });
    const roles = answer.redirected || !answer.ok ? [] : await answer.json();
    document.documentElement.dataset.roles = roles.join(" ");
  } catch (unreachable) {
    console.warn("The roles did not arrive", unreachable);
  }
}
