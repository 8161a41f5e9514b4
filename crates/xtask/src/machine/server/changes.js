// Sent with pages that `cargo xtask serve` shows: loads them anew after each change, and says why where there was none.

const ask = async (path) => (await fetch(path)).text();

/** Shows what is wrong with the last change, or takes that away; says whether anything is. */
async function tell() {
  document.getElementById("fault")?.remove();
  const fault = await ask("/.fault");
  if (!fault) return false;
  const box = document.createElement("pre");
  box.id = "fault";
  box.role = "alert";
  box.textContent = fault;
  box.style.cssText =
    "position:fixed;inset:auto 0 0;z-index:99;margin:0;max-height:50vh;overflow:auto;padding:1em;" +
    "white-space:pre-wrap;overflow-wrap:anywhere;background:#7a1f12;color:#fff;font:14px/1.4 monospace";
  document.body.append(box);
  return true;
}

let seen = await ask("/.changes?");
await tell();
for (;;) {
  const now = await ask(`/.changes?${seen}`);
  if (now === seen) continue;
  seen = now;
  if (!(await tell())) location.reload();
}
