// The newspaper's own script: each kind of embed as its documentation has it.
import { Framer } from "../clients/@newswire/frames/dist/frames.module.js";

const page = "{elsewhere}";

new pym.Parent("pym", `${page}?embed&view=timeline&theme=light`, { title: "Zeitleiste" });
new Framer(document.getElementById("frames"), { src: `${page}?embed&view=graph`, attributes: { title: "Zeitleiste" } });

// As Datawrapper's own snippet does it.
addEventListener("message", ({ source, data }) => {
  for (const id in data?.["datawrapper-height"] ?? {}) {
    for (const frame of document.querySelectorAll("iframe[id^=datawrapper-chart]")) {
      if (frame.contentWindow === source) frame.style.height = `${data["datawrapper-height"][id]}px`;
    }
  }
});

// What the element says, in order.
window.heard = [];
const element = document.getElementById("element");
for (const kind of ["ready", "select", "window"]) {
  element.addEventListener(kind, ({ type, detail }) => window.heard.push({ type, detail }));
}
