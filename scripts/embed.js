// <brink-timeline>: places the page in an article, as high as it is, and hands what is shown back and forth.
//
//   <script type="module" src="https://HOST/FOLDER/embed.js"></script>
//   <brink-timeline view="timeline" window="2019-12-27/2020-01-12"></brink-timeline>
//
// It needs nothing but itself and works under a strict policy of the article: no style element, no inline script. What
// it shows comes from the folder that it was loaded from. docs/embedding.md has its attributes, events and messages.

const page = new URL("index.html", import.meta.url);

/** The keys of an address that are attributes too. */
const KEYS = "window select path lanes strip graph clock sides domains actors status publishers importance q story theme".split(" ");

/** What the element listens to on the article's window. */
const HEARD = ["message", "hashchange"];

// The heights that the page has where it is wide and narrow (styles/embed.css): the room is there before the page is.
const sheet = new CSSStyleSheet();
sheet.replaceSync(
  ":host{display:block;container-type:inline-size;--w:800px;--n:870px}" +
    ":host([view=timeline]){--w:540px;--n:600px}" +
    ":host(:is([view=graph],[view=list])){--w:480px;--n:480px}" +
    ":host([view=ladder]){--w:800px;--n:800px}" +
    ":host([hidden]){display:none}" +
    "iframe,button{display:block;width:100%;height:var(--w);border:0}" +
    "@container(width<720px){iframe,button{height:var(--n)}}",
);

const NAME = "brink-timeline";

const create = (tag) => document.createElement(tag);

/** Longer texts are no addresses of the page. */
const isText = (value) => typeof value === "string" && value.length < 4000;

class BrinkTimeline extends HTMLElement {
  static observedAttributes = [...KEYS, "view", "no-title"];

  #frame = create("iframe");
  #sight = new IntersectionObserver((seen) => seen.at(-1).isIntersecting && this.#load(), { rootMargin: "300px" });
  #origin = page.origin; // that of the frame
  #isReady;
  #address; // what the frame shows, or is to show when it is ready
  #loaded; // what it was loaded with
  #home; // what it showed first

  constructor() {
    super();
    this.attachShadow({ mode: "open" }).adoptedStyleSheets = [sheet];
    this.#frame.allow = "clipboard-write";
    // From now on there is somebody to say hello to; until it is ready, it keeps still.
    this.#frame.onload = () => this.#send("hello");
  }

  connectedCallback() {
    for (const type of HEARD) addEventListener(type, this);
    const name = this.title || "Timeline";
    this.#frame.title = name;
    let inside = this.#frame;
    // One that was moved loads anew: what it showed last.
    if (inside.src) this.#show();
    else if (this.#get("load") === "touch") {
      inside = create("button");
      const slot = create("slot");
      // A link in it, for where no script runs, is no button in a button.
      slot.inert = true;
      const said = this.textContent.trim();
      inside.ariaLabel = said || name;
      inside.append(said || this.firstElementChild ? slot : name);
      inside.onclick = () => {
        this.#load();
        this.#frame.focus();
      };
    } else this.#sight.observe(this);
    this.shadowRoot.replaceChildren(inside);
  }

  /** Moved by `moveBefore`, which keeps the frame as it is. */
  connectedMoveCallback() {}

  disconnectedCallback() {
    for (const type of HEARD) removeEventListener(type, this);
    this.#isReady = false;
    this.#frame.remove();
  }

  attributeChangedCallback(name, before, value) {
    if (!this.#frame.src || before === value) return;
    if (KEYS.includes(name)) this.goto({ [name]: value });
    else this.#show();
  }

  /** Shows an address, `"window=…&select=…"`, or the present one with keys changed: `{ select: "ID" }`; `null` takes one off. */
  goto(to) {
    if (!isText(to)) {
      const isFirst = this.#address == null;
      const keys = new URLSearchParams(this.#address);
      // A selected event is brought into sight where no window is asked for.
      if (to.select) keys.delete("window");
      for (const key of KEYS) {
        const value = key in to ? to[key] : isFirst ? this.#get(key) : keys.get(key);
        if (value == null) keys.delete(key);
        else keys.set(key, value);
      }
      to = `${keys}`.replaceAll("+", "%20");
    }
    this.#address = to;
    if (this.#isReady) this.#send("goto", to);
    else if (this.isConnected) this.#load();
  }

  #get(name) {
    return this.getAttribute(name);
  }

  #load() {
    if (this.#frame.src) return;
    this.#address ??= this.#link?.[2];
    if (this.#address == null) return this.goto({});
    this.#show();
    // One that is in its place already would be loaded twice.
    if (!this.#frame.isConnected) this.shadowRoot.replaceChildren(this.#frame);
  }

  /** Loads the frame with what only its query can say. */
  #show() {
    const sandbox = this.#get("sandbox");
    if (sandbox != null) {
      this.#frame.sandbox = sandbox;
      if (!sandbox.includes("same-origin")) this.#origin = "null";
    }
    page.search = `embed&view=${this.#get("view") ?? "both"}&title=${+!this.hasAttribute("no-title")}`;
    page.hash = this.#loaded = this.#address;
    this.#isReady = this.#home = null;
    // Another address of a frame that is there would be a step that "back" has to undo.
    const inside = this.#frame.src && this.#frame.contentWindow;
    if (inside) inside.location.replace(page);
    else this.#frame.src = page;
  }

  /** A frame without an origin can only be spoken to as anybody. */
  #send(type, address) {
    this.#frame.contentWindow?.postMessage({ brink: 1, type, address }, this.#origin.replace(/^null$/, "*"));
  }

  handleEvent({ source, origin, data }) {
    const [, before, linked] = this.#link ?? [];
    // The article's own address has changed.
    if (!source) return linked && linked !== this.#address && this.goto(linked);
    if (source !== this.#frame.contentWindow || origin !== this.#origin || data?.brink !== 1) return;
    const { type, height, address, select, window } = data;
    if (type === "height" && height === +height && height > 0 && height < 9999) this.#frame.style.height = `${height}px`;
    const isFirst = type === "ready" && !this.#isReady;
    this.#isReady ||= isFirst;
    // What was asked for while it was loading.
    if (isFirst && this.#address !== this.#loaded) this.#send("goto", this.#address);
    const isTold = [address, select ?? "", window ?? ""].every(isText);
    if (isFirst || (isTold && (type === "select" || type === "window"))) {
      this.dispatchEvent(new CustomEvent(type, { detail: data }));
    }
    if (!isTold) return;
    this.#address = address;
    this.#home ??= address;
    // It follows the reader, but says nothing before the reader has done anything.
    if (before && (linked || address !== this.#home)) history.replaceState(history.state, "", before + address);
  }

  /** Our place in the article's own address, behind `#brink=` or `&brink=` to its end: (1) what stands before it, (2) what in it. */
  get #link() {
    const name = this.#get("deep-link");
    if (name == null) return;
    const { hash } = location;
    const ours = `${name || "brink"}=`;
    return hash.match(`^(.*?[#&]${ours})(.*)`) ?? [, (hash.includes("=") ? `${hash}&` : "#") + ours];
  }
}

customElements.get(NAME) ?? customElements.define(NAME, BrinkTimeline);
