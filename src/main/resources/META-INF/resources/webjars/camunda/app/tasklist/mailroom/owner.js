// Shows the owner of a task, but does not let it be typed over: the tab Conversation assigns a case, with a list of the people
// who may have it. Tasklist opens the field for a key press as well as for a click, which no style sheet can prevent.

function lock() {
  document.querySelectorAll(".task-card .assignee > .set-value").forEach(name => { name.inert = true; });
}

export function lockOwner() {
  new MutationObserver(lock).observe(document.documentElement, { childList: true, subtree: true });
}
