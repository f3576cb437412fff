// A tab in Tasklist that shows the case of the task: our own page in a frame of the same origin.

const german = navigator.language.startsWith("de");
const base = document.querySelector("base").getAttribute("app-root").replace(/\/camunda$/, "");
const open = new Map();

function show(node, { taskId, api }, scope) {
  const frame = document.createElement("iframe");
  frame.title = german ? "Schriftwechsel" : "Conversation";
  frame.src = `${base}/cases?task=${encodeURIComponent(taskId)}&frame=true`;
  frame.style.cssText = "display:block;width:100%;border:0;min-height:26rem";
  node.append(frame);
  followWanted(taskId, scope);
  const end = new AbortController();
  addEventListener("message", hearing(frame, taskId, api, scope), { signal: end.signal });
  addEventListener("resize", () => fit(frame), { signal: end.signal });
  requestAnimationFrame(() => fit(frame));
  const watch = watchTask(frame, taskId);
  open.set(frame, () => { end.abort(); watch.disconnect(); });
}

function fit(frame) {
  const top = frame.getBoundingClientRect().top;
  frame.style.height = `${Math.max(416, innerHeight - top - 24)}px`;
}

// Tasklist does not tell when somebody claims or changes the task in it; but each time it asks the server for the task.
function watchTask(frame, taskId) {
  const watch = new PerformanceObserver(list => {
    if (list.getEntries().some(entry => entry.name.includes(`/task/${taskId}`))) {
      frame.contentWindow?.postMessage({ mailroom: "look" }, location.origin);
    }
  });
  watch.observe({ type: "resource" });
  return watch;
}

// The page says each time which version of the case it shows: where it is another one than before, Tasklist shows old things.
function hearing(frame, taskId, api, scope) {
  let shown;
  return event => {
    if (event.origin !== location.origin || event.source !== frame.contentWindow || event.data?.mailroom !== "shown") {
      return;
    }
    const { version, done } = event.data;
    const isNews = shown !== undefined && version !== shown;
    shown = version;
    if (done) {
      say(String(done));
    }
    if (done || isNews) {
      readAgain(frame, taskId, api, scope);
    }
  };
}

// Asked through its address Tasklist would take our page out of sight while it reads the task, so that a click misses it, and
// after a change of its tab it would not read the task at all.
async function readAgain(frame, taskId, api, { taskData, $root }) {
  const ended = await hasEnded(taskId, api);
  $root.$evalAsync(() => {
    taskData.changed("taskList");
    if (!ended) {
      taskData.changed("task");
    } else if (frame.isConnected) {
      taskData.set("taskId", { taskId: null });
      leaveAddress();
    }
  });
}

// Tasklist forgets a click on another task that comes while it reads this one; so it is told again when it has read.
function followWanted(taskId, scope) {
  const data = scope.taskData.newChild(scope);
  let wanted = taskId;
  data.observe("taskId", now => { wanted = now.taskId; });
  data.observe("task", task => {
    if (task && wanted && task.id !== wanted) {
      data.changed("task");
    }
  });
}

async function hasEnded(taskId, api) {
  try {
    const answer = await fetch(`${api.engineApi}/task/${taskId}`, { headers: { Accept: "application/json" } });
    return answer.status === 404;
  } catch {
    return false; // Offline for a moment: Tasklist will say so itself.
  }
}

// A task that has ended is left.
function leaveAddress() {
  const [path, query = ""] = location.hash.split("?");
  const parameters = new URLSearchParams(query);
  parameters.delete("task");
  parameters.delete("detailsTab");
  location.replace(`${path}?${parameters}`);
}

// The frame goes with its task, so what was done is said here.
function say(text) {
  const saying = document.createElement("div");
  saying.setAttribute("role", "status");
  saying.textContent = text;
  saying.style.cssText = "position:fixed;left:50%;bottom:1.5rem;transform:translateX(-50%);z-index:2000;max-width:90vw;"
    + "pointer-events:none;padding:.8rem 1.4rem;border-radius:8px;background:#0f6b66;color:#fff;font-size:15px;box-shadow:0 4px 16px #0004";
  document.body.append(saying);
  setTimeout(() => saying.remove(), 6000);
}

function leave() {
  open.forEach((end, frame) => {
    if (!frame.isConnected) {
      end();
      open.delete(frame);
    }
  });
}

export default {
  id: "mailroom-conversation",
  pluginPoint: "tasklist.task.detail",
  priority: 1100,
  properties: { label: german ? "Schriftwechsel" : "Conversation" },
  render: show,
  // The new frame of a tab is drawn before the old one is taken away, so each is ended when it has gone.
  unmount: () => setTimeout(leave)
};
