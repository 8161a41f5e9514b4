// Speaks with the page around the frame: how high this one is, what it shows, and what it is asked to show.
//
// It knows the page by what stands on the root element alone: data-ready, data-address (both written by the app), and by
// the height of #app, which never depends on the frame's. Only the parent window is listened to. Heights go to whoever
// holds the frame, in every dialect that the address has a name for; what the reader looks at goes to the origin that has said
// hello, and to no other. docs/embedding.md has the messages. What is opened over the page it puts where the reader looks.

const root = document.documentElement;
const app = document.getElementById("app");
// Pym's name for the frame, for Datawrapper's listener too. Anything but a plain name is nobody's.
const id = /[?&]childId=([\w.:-]{1,99})(&|$)/.exec(location.search)?.[1];

// WordPress' name for the frame, which it puts behind the address.
const secret = /[#&?]secret=(\w{1,99})/.exec(location.hash)?.[1];

/** The longest address that is followed; longer ones are no addresses of this page. */
const LONGEST = 4000;

let height = 0;
let shrinks = [];
let friend; // the origin that has said hello
let last = {};

const send = (message, origin = "*") => parent.postMessage(message, origin);
const own = (type, more, origin) => send({ brink: 1, type, ...more }, origin);

function sendHeight() {
  if (!height) return;
  send({ sentinel: "amp", type: "embed-size", height });
  // Listeners of both kinds look for a frame by its name, and take another's where it has none.
  if (id) {
    send({ "datawrapper-height": { [id]: height } });
    send(`pymxPYMx${id}xPYMxheightxPYMx${height}`);
  }
  if (secret) send({ message: "height", value: height, secret });
  own("height", { height });
}

/** Sends the height if it has changed. A host whose scroll bar comes and goes with it is left at the greater one. */
function measure() {
  const now = root.dataset.ready ? Math.ceil(app.getBoundingClientRect().height) : 0;
  if (!now || now === height) return;
  if (now < height) {
    const time = performance.now();
    shrinks = [...shrinks.filter((at) => time - at < 2000), time];
    if (shrinks.length > 4) return;
  }
  height = now;
  sendHeight();
}

/** Sends what has changed of what is shown. */
function sendState() {
  if (!friend || !root.dataset.ready) return;
  const address = root.dataset.address ?? "";
  const now = {
    address,
    select: new URLSearchParams(address).get("select"),
    window: document.querySelector("[data-window]")?.dataset.window ?? null,
  };
  for (const type of ["select", "window", "address"]) {
    if (now[type] !== last[type]) own(type, now, friend);
  }
  last = now;
}

/** Shows another address, by way of the address bar: the app hears it and reads it as it reads all addresses. */
function go(address) {
  const before = location.href;
  location.replace(`#${address.replace(/^#/, "")}`);
  // Nothing is heard of where the bar stands already, as it does where it could not be written.
  if (location.href === before) dispatchEvent(new Event("hashchange"));
}

function heard({ source, origin, data }) {
  if (source !== parent || !data) return;
  const isPym = typeof data === "string" && id && data.startsWith(`pymxPYMx${id}xPYMxwidthxPYMx`);
  if (isPym || (data.sentinel === "amp" && data.type === "frames-init")) sendHeight();
  if (data.brink !== 1) return;
  if (data.type === "height") sendHeight();
  if (data.type === "hello") {
    friend = origin === "null" ? "*" : origin;
    last = {};
    if (root.dataset.ready) own("ready", {}, friend);
    sendHeight();
    sendState();
  }
  if (data.type === "goto" && typeof data.address === "string" && data.address.length <= LONGEST) go(data.address);
}

/** Has dialogs open in the part of a high frame that is on the screen: the frame's own height says nothing of it. */
function place() {
  new IntersectionObserver(([{ intersectionRect: { top, height } }], observer) => {
    observer.disconnect();
    const room = Math.max(height - 16, 160);
    const from = Math.min(Math.max(top, 0) + 8, innerHeight - room - 8);
    const css = height && height < innerHeight ? `margin-top:${from}px;max-height:${room}px` : "";
    for (const dialog of document.querySelectorAll("dialog")) dialog.style.cssText = css;
  }).observe(root);
}

if (parent !== window) {
  addEventListener("message", heard);
  // Before it opens, so that nothing scrolls to it; and after, for hosts that were scrolled all the same.
  for (const type of ["pointerdown", "keydown"]) addEventListener(type, place, true);
  new MutationObserver(() => {
    place();
    setTimeout(place, 300);
  }).observe(app, { subtree: true, attributeFilter: ["open"] });
  new ResizeObserver(measure).observe(app);
  let isReady = false;
  const look = () => {
    measure();
    if (root.dataset.ready && !isReady) {
      isReady = true;
      own("ready");
    }
    sendState();
  };
  new MutationObserver(look).observe(root, { attributeFilter: ["data-ready", "data-address"] });
  // It may have been drawn before this runs.
  look();
}
