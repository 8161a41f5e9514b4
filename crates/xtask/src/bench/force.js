// Runs one graph through both force layouts and measures ticks and what their ends are worth.
import init from "./force_wasm.js";

await init();

// Strengths that both programs get: a push of CHARGE / d, a pull to the middle, springs, and discs of RADIUS that end
// GAP apart (the gap is brink's own, so d3-force's discs are larger by half of it).
const PULL = 0.05;
const LENGTH = 40;
const RADIUS = 6;
const GAP = 3;
// Spreads nodes 84 px apart: area of each × both pulls / 2π.
const CHARGE = (84 * 84 * 2 * PULL) / (2 * Math.PI);

/** Mulberry32: equal seed, equal numbers. */
function generator(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A connected graph with hubs: one and a half links for each node, starts on d3-force's own spiral. */
function graph(count) {
  const random = generator(4);
  const places = new Float64Array(2 * count);
  for (let i = 0; i < count; i += 1) {
    const radius = 10 * Math.sqrt(0.5 + i);
    const angle = i * Math.PI * (3 - Math.sqrt(5));
    places.set([radius * Math.cos(angle), radius * Math.sin(angle)], 2 * i);
  }
  const links = [];
  for (let i = 1; i < count; i += 1) links.push(i, Math.floor(i * random() ** 2));
  for (let i = 0; i < count / 2; i += 1) {
    const source = 1 + Math.floor((count - 1) * random());
    links.push(source, Math.floor(source * random() ** 2));
  }
  return { places, links: Uint32Array.from(links) };
}

function brink({ places, links }) {
  brinkSetup(places, links, Float64Array.of(CHARGE, PULL, LENGTH, RADIUS));
  const start = performance.now();
  const ticks = brinkSettle();
  return { ms: performance.now() - start, ticks, places: brinkPlaces() };
}

function d3Force({ places, links }) {
  const nodes = Array.from({ length: places.length / 2 }, (_, i) => ({ x: places[2 * i], y: places[2 * i + 1] }));
  const pairs = Array.from({ length: links.length / 2 }, (_, i) => ({ source: links[2 * i], target: links[2 * i + 1] }));
  const simulation = d3
    .forceSimulation(nodes)
    .stop()
    .force("charge", d3.forceManyBody().strength(-CHARGE))
    .force("link", d3.forceLink(pairs).distance(LENGTH))
    .force("x", d3.forceX().strength(PULL))
    .force("y", d3.forceY().strength(PULL))
    .force("collide", d3.forceCollide(RADIUS + GAP / 2));
  // As many as it does by itself until it rests.
  const ticks = Math.ceil(Math.log(simulation.alphaMin()) / Math.log(1 - simulation.alphaDecay()));
  const start = performance.now();
  simulation.tick(ticks);
  return { ms: performance.now() - start, ticks, places: Float64Array.from(nodes.flatMap(({ x, y }) => [x, y])) };
}

/**
 * What the forces could still do, summed over all pairs without a tree:
 * PULL / 2 · Σ |p|² − CHARGE / 2 · Σ ln(d² + 64) + 1 / 4 · Σ (|link| − LENGTH)² / (lesser degree of its ends).
 */
function energy(places, links) {
  const count = places.length / 2;
  let sum = 0;
  for (let i = 0; i < count; i += 1) {
    const x = places[2 * i];
    const y = places[2 * i + 1];
    sum += (PULL / 2) * (x * x + y * y);
    for (let j = 0; j < i; j += 1) {
      sum -= (CHARGE / 2) * Math.log((x - places[2 * j]) ** 2 + (y - places[2 * j + 1]) ** 2 + 64);
    }
  }
  const degrees = new Float64Array(count);
  for (const end of links) degrees[end] += 1;
  for (let at = 0; at < links.length; at += 2) {
    const [a, b] = [links[at], links[at + 1]];
    const length = Math.hypot(places[2 * a] - places[2 * b], places[2 * a + 1] - places[2 * b + 1]);
    sum += (length - LENGTH) ** 2 / (4 * Math.min(degrees[a], degrees[b]));
  }
  return sum;
}

function median(numbers) {
  const sorted = Float64Array.from(numbers).sort();
  return sorted[Math.floor(sorted.length / 2)];
}

window.compare = (count) => {
  const given = graph(count);
  // The first layout of each warms the browser's compiler up; it is the one whose end is judged.
  const [ours, theirs] = [brink(given), d3Force(given)];
  const [our_ticks, their_ticks] = [[], []];
  let ms = 0;
  // In turns, so that whatever slows the machine slows both.
  while (ms < 1000 || our_ticks.length < 3) {
    for (const [layout, ticks] of [[brink, our_ticks], [d3Force, their_ticks]]) {
      const done = layout(given);
      ticks.push(done.ms / done.ticks);
      ms += done.ms;
    }
  }
  return {
    ours: { tick: median(our_ticks), ticks: ours.ticks, energy: energy(ours.places, given.links) },
    theirs: { tick: median(their_ticks), ticks: theirs.ticks, energy: energy(theirs.places, given.links) },
    start: energy(given.places, given.links),
  };
};

document.documentElement.dataset.ready = "true";
