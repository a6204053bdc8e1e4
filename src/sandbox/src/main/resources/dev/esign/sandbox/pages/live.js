// Keeps the parts of a page that are marked data-live as they are on the server: waits for a new version number, fetches
// the page again and swaps the parts that differ. Without this script the page is a static one that can be reloaded.
const state = document.querySelector("[data-live-state]");
const news = document.querySelector("[data-live-news]");
const SHORTEST_PAUSE = 300;
const UNFINISHED_PAUSE = 700;
const LONGEST_PAUSE = 10_000;

let version = document.body.dataset.version;
let pause = SHORTEST_PAUSE;

function say(on) {
  if (state && state.dataset.state !== (on ? "on" : "off")) {
    state.dataset.state = on ? "on" : "off";
    state.textContent = on ? "Live" : "Not connected, trying again";
  }
}

const sleep = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

function visible() {
  return new Promise((done) => {
    if (!document.hidden) {
      done();
    } else {
      document.addEventListener("visibilitychange", () => done(), { once: true });
    }
  });
}

function swap(part, fresh) {
  if (part.innerHTML === fresh.innerHTML) {
    return;
  }
  const focused = part.contains(document.activeElement) ? document.activeElement : null;
  if (focused && focused.matches("input, select, textarea")) {
    return; // Somebody is typing here; the next change brings this part up to date.
  }
  const known = new Set([...part.querySelectorAll("[data-key]")].map((row) => row.dataset.key + row.textContent));
  const open = new Set([...part.querySelectorAll("details[open][id]")].map((details) => details.id));
  const scrolled = part.scrollTop;
  const wasEmpty = known.size === 0;
  part.replaceChildren(...document.importNode(fresh, true).childNodes);
  part.scrollTop = scrolled;
  open.forEach((id) => document.getElementById(id)?.setAttribute("open", ""));
  if (!wasEmpty) {
    part.querySelectorAll("[data-key]").forEach((row) => {
      if (!known.has(row.dataset.key + row.textContent)) {
        row.classList.add("fresh");
      }
    });
  }
  if (focused?.id) {
    document.getElementById(focused.id)?.focus({ preventScroll: true });
  } else if (focused?.getAttribute("href")) {
    part.querySelector(`a[href="${CSS.escape(focused.getAttribute("href"))}"]`)?.focus({ preventScroll: true });
  }
}

async function refresh() {
  // A page that a form was answered with is shown at the form's address, where there is nothing to fetch.
  const answer = await fetch(state?.dataset.livePath ?? location.href, { headers: { Accept: "text/html" }, cache: "no-store" });
  if (!answer.ok) {
    throw new Error(`HTTP ${answer.status}`);
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const part of document.querySelectorAll("[data-live]")) {
    const fresh = page.querySelector(`[data-live="${part.dataset.live}"]`);
    if (fresh) {
      swap(part, fresh);
    }
  }
  const heard = page.querySelector("[data-live-news]")?.dataset.liveNews;
  if (news && heard && heard !== news.dataset.liveNews) {
    news.dataset.liveNews = heard;
    news.textContent = heard;
  }
  version = page.body.dataset.version;
}

async function follow() {
  for (;;) {
    await visible();
    try {
      if (document.querySelector("[data-unfinished]")) {
        // What goes on outside of sessions, such as a message on its way, changes no version.
        await sleep(UNFINISHED_PAUSE);
        await refresh();
        continue;
      }
      const answer = await fetch(`/live?since=${encodeURIComponent(version)}`, { cache: "no-store" });
      if (!answer.ok) {
        throw new Error(`HTTP ${answer.status}`);
      }
      const now = (await answer.text()).trim();
      say(true);
      if (now !== version) {
        await refresh();
      }
      pause = SHORTEST_PAUSE;
    } catch {
      say(false);
      pause = Math.min(2 * pause, LONGEST_PAUSE);
    }
    await sleep(pause);
  }
}

say(true);
follow();
