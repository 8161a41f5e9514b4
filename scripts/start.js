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
      const answer = await fetch(address("app-texts"));
      if (!answer.ok) throw new Error(`the texts of the record: ${answer.status}`);
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
  if (page.dataset.texts === "here") return;
  dispatchEvent(new Event("no-texts"));
  chronology();
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
    await app.default({ module_or_path: address("app-wasm") });
    if (page.dataset.refused) {
      fail(`the record ${page.dataset.refused}`);
      return;
    }
    texts();
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
