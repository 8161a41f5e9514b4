// Starts the page: loads the two files that Trunk names in index.html, and says so when that cannot be done. Then it loads the
// texts of the record, which the first picture does without.
//
// It is a file of its own because an inline script needs an exception in a strict content security policy.
// When the page cannot start, or stops later, <html> gets data-failed="true", by which the style sheet shows #failed, and below it
// the record as text. The element [data-reason] in #failed tells why.

const page = document.documentElement;

/** Shows the message in place of the page. The first reason counts. */
function fail(reason) {
  if (page.dataset.failed) return;
  page.dataset.failed = "true";
  const place = (name) => document.querySelector(`#failed ${name}`);
  if (page.dataset.ready) {
    place("[data-what]").textContent = "The interactive timeline has stopped";
    // What stands there does nothing any more, and a dialog would keep the message from being used.
    document.getElementById("app").replaceChildren();
  }
  place("[data-reason]").textContent = reason;
  const button = place("button");
  button.hidden = false;
  button.onclick = () => location.reload();
  chronology();
}

/** What an error means to a reader. */
function reasonFor(error) {
  const text = String(error?.message ?? error);
  if (/content security policy|wasm-unsafe-eval|unsafe-eval|blocked by CSP/i.test(text)) {
    return "the site's security policy does not allow WebAssembly";
  }
  if (error instanceof TypeError || /fetch|network|load/i.test(text)) return "a file did not load";
  if (error instanceof WebAssembly.CompileError) return "this browser does not understand the file";
  return "an error in the page";
}

/** The address that Trunk wrote into `<meta name=…>`, made absolute. */
function address(name) {
  const meta = document.querySelector(`meta[name="${name}"]`);
  return new URL(meta.content, document.baseURI).href;
}

/** The answer of a host that has the file at `url`. */
async function answerOf(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new TypeError(`${url} did not load: ${answer.status}`);
  return answer;
}

/** The bytes at `url`, for which all waits. */
function bytesAtOnce(url) {
  const request = new XMLHttpRequest();
  request.open("GET", url, false);
  request.overrideMimeType("text/plain; charset=x-user-defined");
  request.send();
  if (request.status !== 200) throw new TypeError(`${url} did not load: ${request.status}`);
  return Uint8Array.from(request.responseText, (letter) => letter.charCodeAt(0) & 255);
}

/**
 * The part of the app that hands do without (crates/xtask/src/page/part.rs); `null` where the app is in one.
 * What of it is asked for before it has come is loaded at once.
 */
function lateOf(part) {
  if (!document.querySelector('meta[name="app-late"]')) return null;
  const url = address("app-late");
  let compiled = null;
  let instance = null;
  part.late = () => {
    if (instance) return;
    try {
      compiled ??= new WebAssembly.Module(bytesAtOnce(url));
      instance = new WebAssembly.Instance(compiled, part.imports());
      // Not now: the app is in the midst of what it asked for.
      queueMicrotask(tellWhole);
    } catch (error) {
      fail(reasonFor(error));
      throw error;
    }
  };
  return {
    isLoaded: () => compiled !== null,
    /** Compiles it, however its host names its kind. */
    async load() {
      if (compiled) return;
      const answer = await answerOf(url);
      const module = await WebAssembly.compile(await answer.arrayBuffer());
      compiled ??= module;
    },
    /** Makes it one with the first part, which has started. Older browsers do that with small modules alone at once. */
    async join() {
      const made = instance ?? (await WebAssembly.instantiate(compiled, part.imports()));
      instance ??= made;
    },
  };
}

/**
 * Whether the app starts with its late part: where that stands in the page itself, or the address opens something of it. Not to
 * know of such an address makes it wait for a moment.
 */
function opensMore() {
  const keys = /[?&#](story|q|path|graph|sides|domains|actors|status|publishers|importance|view=(?!timeline|both|graph))/;
  return /^blob:/.test(address("app-late")) || keys.test(location.search + location.hash);
}

/** Tells the app that its late part is there. */
function tellWhole() {
  page.dataset.app = "whole";
  dispatchEvent(new Event("whole"));
}

/** Settles some milliseconds later. */
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** Settles when the whole page has come. */
const parsed = new Promise((done) => {
  if (document.readyState !== "loading") done();
  else document.addEventListener("DOMContentLoaded", done);
});

/**
 * Puts the record as text in the place of the link to it. Where it does not come, the link stays. No parser of strings: a strict
 * policy refuses those.
 */
async function chronology() {
  await parsed;
  const link = document.querySelector("[data-whole]");
  if (!link) return;
  const request = new XMLHttpRequest();
  request.open("GET", link.href);
  request.responseType = "document";
  request.onload = () => {
    const list = request.response?.querySelector(".chronology > ol");
    if (!list || !link.isConnected) return;
    link.parentElement.replaceWith(list);
    document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
  };
  request.send();
}

/** Hands the texts of the record over: those in the page itself, or in the file that it names. */
async function texts() {
  try {
    await parsed;
    if (!document.getElementById("texts")) {
      const answer = await answerOf(address("app-texts"));
      // No script: a strict policy lets nobody write into one.
      const place = document.createElement("data");
      place.hidden = true;
      place.id = "texts";
      place.textContent = await answer.text();
      document.body.append(place);
    }
    dispatchEvent(new Event("texts"));
  } catch (error) {
    console.error(error);
  }
  if (page.dataset.texts !== "here") withoutTexts();
}

/** Tells the app that no texts will come, and shows the record as text. */
function withoutTexts() {
  dispatchEvent(new Event("no-texts"));
  chronology();
}

/** Loads what hands do without: the late part of the app, then the texts, which it unpacks. */
async function later(late) {
  try {
    // Escape ends what a browser is loading, as a button of its own would.
    await late?.load().catch(() => pause(1000).then(late.load));
    await late?.join();
    tellWhole();
  } catch (error) {
    // It is tried again when something of it is asked for.
    console.error(error);
    withoutTexts();
    return;
  }
  await texts();
}

/** The element of the record, once it has come whole: then what follows it has begun to come. `null` where there is none. */
function record() {
  const found = () => document.getElementById("record");
  return new Promise((done) => {
    const look = () => {
      if (document.readyState === "loading" && !found()?.nextElementSibling) return;
      observer.disconnect();
      document.removeEventListener("readystatechange", look);
      done(found());
    };
    const observer = new MutationObserver(look);
    observer.observe(page, { childList: true, subtree: true });
    document.addEventListener("readystatechange", look);
    look();
  });
}

async function start() {
  if (typeof WebAssembly !== "object") {
    fail("this browser has no WebAssembly");
    return;
  }
  try {
    const [app, found] = await Promise.all([import(address("app-script")), record()]);
    if (!found) {
      fail("the record is missing from the page");
      return;
    }
    const late = lateOf(app.part);
    if (late) {
      if (opensMore()) await late.load().catch(console.error);
      if (!late.isLoaded()) page.dataset.app = "coming";
    }
    await app.default({ module_or_path: address("app-wasm") });
    if (page.dataset.refused) {
      fail(`the record ${page.dataset.refused}`);
      return;
    }
    later(late);
  } catch (error) {
    console.error(error);
    fail(reasonFor(error));
  }
}

/** An error that nobody has caught. In a page that is drawn it is an end only where it went through the app. */
function uncaught(error) {
  if (!page.dataset.ready) fail(reasonFor(error));
  else if (error instanceof WebAssembly.RuntimeError || /wasm/.test(error?.stack)) fail("an error in the page");
}

// A panic arrives here, after `start` has ended. That sizes are told a frame later comes as an "error" too, and is none.
addEventListener("error", (event) => {
  if (!/^ResizeObserver loop/.test(event.message)) uncaught(event.error ?? event.message);
});
addEventListener("unhandledrejection", (event) => uncaught(event.reason));
start();
