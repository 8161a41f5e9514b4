// What the newspaper notices: shifts of its layout that no reader has caused, and messages.
window.shifts = [];
window.told = [];
if (PerformanceObserver.supportedEntryTypes.includes("layout-shift")) {
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts.push(entry.value);
  }).observe({ type: "layout-shift", buffered: true });
}
addEventListener("message", ({ source, data }) => window.told.push({ source, data }));
