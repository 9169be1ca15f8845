// How does one move about in the report? The page is complete without this: it adds stepping through the changes,
// partners that light up together, ribbons between them, two columns that scroll as one, an overview and one column.
"use strict";
(() => {
  const root = document.documentElement;
  const $ = (id) => document.getElementById(id);
  const nameOf = (passage) => passage.dataset.k || passage.dataset.m || passage.id.replace(/r$/, "");
  // For every link the runs of neighbouring passages that it has on a side.
  const sides = ["left", "right"].map((id) => {
    const scroll = $(id).querySelector(".scroll");
    const places = new Map();
    let before = "";
    for (const passage of scroll.querySelectorAll(".text span")) {
      const key = nameOf(passage);
      if (key && key === before) places.get(key).at(-1).push(passage);
      else if (key) places.set(key, [...(places.get(key) || []), [passage]]);
      before = key;
    }
    return { id, scroll, places, set: -1 };
  });
  const keys = [...new Set(sides.flatMap((side) => [...side.places.keys()]))];
  const changes = keys.filter((key) => key[0] === "c").sort((a, b) => a.slice(1) - b.slice(1));
  const wide = matchMedia("(min-width: 52.01rem)");
  let current = "";

  const other = (side) => sides[side === sides[0] ? 1 : 0];
  let merged = null;
  const passagesOf = (key) => [
    ...sides.flatMap((side) => (side.places.get(key) || []).flat()),
    ...(merged?.has(key) ? [merged.get(key)] : []),
  ];
  const keyOf = (node) => {
    const passage = node.closest(".text span:is([id], [data-k], [data-m])");
    return passage ? nameOf(passage) : "";
  };
  const looks = ["reworded", "moved", "dropped", "added", "same"];
  const lookOf = (passage) => looks.find((look) => passage.classList.contains(look));
  const lookByKey = new Map(sides.flatMap((side) => [...side.places].map(([key, runs]) => [key, lookOf(runs[0][0])])));
  const lookOfKey = (key) => lookByKey.get(key);
  const switches = Object.fromEntries(looks.map((look) => [look, $("show-" + look)]));
  const visible = (key) => switches[lookOfKey(key)].checked;

  // Where things are, in pixels of the scrolled text: the top and bottom of each run.
  const extents = (side, key) => {
    const base = side.scroll.getBoundingClientRect().top - side.scroll.scrollTop;
    const shown = (side.places.get(key) || []).map((run) => run.filter((each) => each.getClientRects().length));
    return shown.filter((run) => run.length).map((run) => {
      const boxes = run.map((each) => each.getBoundingClientRect());
      return [Math.min(...boxes.map((box) => box.top)) - base, Math.max(...boxes.map((box) => box.bottom)) - base];
    });
  };
  let knots = [];
  let bands = [];
  let marks = [];
  const measure = () => {
    bands = [];
    marks = [];
    for (const key of keys) {
      const [left, right] = sides.map((side) => extents(side, key));
      const look = lookOfKey(key);
      [left, right].forEach((runs, side) => {
        if (look !== "same") for (const [top, bottom] of runs) marks.push({ key, look, side, top, bottom });
      });
      const pairs = left.flatMap((ours) => right.map((theirs) => [ours, theirs]));
      pairs.forEach((ends, i) => bands.push({ key, ends, look, first: i === 0 }));
    }
    const level = bands.filter((band) => band.first && band.look !== "moved").map((band) => band.ends);
    const whole = sides.map((side) => [side.scroll.scrollHeight, side.scroll.scrollHeight]);
    knots = [[0, 0]];
    const add = (a, b) => {
      const last = knots[knots.length - 1];
      if (a >= last[0] && b >= last[1]) knots.push([a, b]);
    };
    level.sort((a, b) => a[0][0] - b[0][0]);
    level.forEach(([left, right], i) => {
      const [nextLeft, nextRight] = level[i + 1] || whole;
      add(left[0], right[0]);
      add(Math.min(left[1], nextLeft[0]), Math.min(right[1], nextRight[0]));
    });
    add(whole[0][0], whole[1][0]);
    draw();
    drawOverview();
  };
  const across = (y, from) => {
    const to = 1 - from;
    let i = knots.findIndex((knot) => knot[from] >= y);
    if (i === -1) i = knots.length - 1;
    if (i === 0) return y;
    const [a, b] = [knots[i - 1], knots[i]];
    return a[to] + ((y - a[from]) / (b[from] - a[from])) * (b[to] - a[to]);
  };

  // Two columns that scroll as one: the level that is compared slides from the top of the page to its bottom.
  const scrollTo = (side, y) => {
    side.scroll.scrollTop = y;
    side.set = side.scroll.scrollTop;
  };
  const follow = (side) => {
    if (!wide.matches || knots.length < 2) return;
    const { scrollTop: top, clientHeight: page, scrollHeight: all } = side.scroll;
    const end = Math.max(0, (top - (all - 1.5 * page)) / (page / 2));
    const level = Math.min(1, 0.5 * Math.min(1, top / (page / 2)) + 0.5 * end);
    const there = other(side);
    scrollTo(there, across(top + page * level, sides.indexOf(side)) - there.scroll.clientHeight * level);
  };

  const overview = overviewBar(document.querySelector(".overview"), sides, (side, y) => {
    sides[side].scroll.scrollTop = y - sides[side].scroll.clientHeight / 2;
  });
  const drawOverview = () => overview.draw(marks.filter((mark) => visible(mark.key)));

  // Ribbons between linked passages; an end that is off screen shrinks to a stub at the border.
  const ribbons = document.querySelector(".ribbons");
  const SVG = "http://www.w3.org/2000/svg";
  const svg = ribbons.appendChild(document.createElementNS(SVG, "svg"));
  const curve = (a, b, width) => {
    const half = width / 2;
    return `M0 ${a[0]}C${half} ${a[0]} ${half} ${b[0]} ${width} ${b[0]}V${b[1]}C${half} ${b[1]} ${half} ${a[1]} 0 ${a[1]}Z`;
  };
  const ribbon = (band, tops, page, width) => {
    const off = (i) => band.ends[i][1] < tops[i] || band.ends[i][0] > tops[i] + page;
    if ((off(0) && off(1)) || !visible(band.key)) return null;
    const ends = band.ends.map((end, i) => end.map((y) => y - tops[i]));
    const path = document.createElementNS(SVG, "path");
    const clamp = (y) => Math.max(-4, Math.min(page + 4, y));
    path.setAttribute("d", curve(ends[0].map(clamp), ends[1].map(clamp), width));
    path.setAttribute("class", band.key === current ? `${band.look} current` : band.look);
    return path;
  };
  const draw = () => {
    if (!wide.matches) return;
    const page = sides[0].scroll.clientHeight;
    const width = ribbons.clientWidth;
    const tops = sides.map((side) => side.scroll.scrollTop);
    const paths = bands.map((band) => ribbon(band, tops, page, width)).filter(Boolean);
    paths.sort((a, b) => a.classList.contains("current") - b.classList.contains("current"));
    svg.replaceChildren(...paths);
    overview.follow();
  };
  let waiting = false;
  const drawSoon = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; draw(); });
  };

  // One current link, brought level on both sides.
  const light = (key, name) => {
    for (const each of document.querySelectorAll("." + name)) each.classList.remove(name);
    if (key) for (const each of passagesOf(key)) each.classList.add(name);
  };
  const say = () => {
    const at = changes.indexOf(current);
    $("place").textContent = at < 0 ? `${changes.length} change${changes.length === 1 ? "" : "s"}` : `${at + 1} of ${changes.length}`;
  };
  const bringLevel = (key) => {
    if (passagesOf(key).every((each) => !each.getClientRects().length)) $("view-both").click();
    const at = sides.map((side) => extents(side, key)[0]?.[0]);
    const rest = Math.min(sides[0].scroll.clientHeight * 0.28, ...at.filter((y) => y !== undefined));
    sides.forEach((side, i) => {
      const y = at[i] ?? across(at[1 - i], 1 - i);
      if (Number.isFinite(y)) scrollTo(side, y - rest);
    });
  };
  const bringBeside = (side, fact) => {
    const there = other(side);
    const partner = document.querySelector(fact.getAttribute("href"));
    const apart = partner.getBoundingClientRect().top - fact.getBoundingClientRect().top;
    scrollTo(there, there.scroll.scrollTop + apart);
    partner.focus({ preventScroll: true });
    drawSoon();
  };
  const flash = (nodes) => {
    for (const node of nodes) {
      node.classList.add("flash");
      node.addEventListener("animationend", () => node.classList.remove("flash"), { once: true });
    }
  };
  const go = (key, { from = null, hash = key } = {}) => {
    current = key;
    light(key, "current");
    light("", "partner");
    const stacked = $("view-merged").checked || !wide.matches;
    if (!stacked) bringLevel(key);
    const target = $("view-merged").checked ? merged.get(key) : (from?.places.get(key)?.[0] || passagesOf(key))[0];
    if (stacked) target.scrollIntoView({ block: "center" });
    target.querySelector("a")?.focus({ preventScroll: true });
    history.replaceState(null, "", "#" + hash);
    say();
    drawSoon();
  };
  const seen = (key) => passagesOf(key).some((each) => {
    const [box, page] = [each.getBoundingClientRect(), each.closest(".scroll, .merged").getBoundingClientRect()];
    return box.height && box.bottom > Math.max(0, page.top) && box.top < Math.min(innerHeight, page.bottom);
  });
  // From the current change or, where that was scrolled away, from what is on the screen.
  const step = (by) => {
    const open = changes.filter((key) => visible(key) || key === current);
    if (!open.length) return;
    const near = current && !seen(current) ? open.findIndex(seen) : -1;
    if (near >= 0 && open[near] !== current) return void go(open[by > 0 ? near : Math.max(0, near - 1)]);
    const at = open.indexOf(current);
    const next = at < 0 ? (by > 0 ? 0 : open.length - 1) : Math.max(0, Math.min(open.length - 1, at + by));
    go(open[next]);
  };
  const clear = () => {
    for (const list of document.querySelectorAll(".bar > details")) list.open = false;
    current = "";
    light("", "current");
    say();
    drawSoon();
  };
  // In a long passage the words of a finding may be off screen when its beginning is not.
  const showWithin = (scroll, node) => {
    const [box, page] = [node.getBoundingClientRect(), scroll.getBoundingClientRect()];
    if (box.top < page.top || box.bottom > page.bottom) scroll.scrollTop += box.top - page.top - page.height / 3;
  };

  // An address that ends in #c12, #c12r or #f3l: the change or the words of a finding come level and flash.
  const arrive = () => {
    const hash = location.hash.slice(1);
    const target = hash && $(hash);
    if (!target) return;
    const key = keyOf(target);
    if (!key) {
      const list = target.closest("details");
      if (list) list.open = true;
      return;
    }
    const side = sides.find((each) => each.scroll.contains(target));
    go(key, { from: side, hash });
    const words = document.querySelectorAll(`i[id="${hash}"], i[data-f="${hash}"]`);
    if (words.length && wide.matches && !$("view-merged").checked) showWithin(side.scroll, words[0]);
    flash(words.length ? words : passagesOf(key));
  };

  // Which view is shown: both articles, only what differs in them, or one column.
  const column = document.querySelector("section.merged");
  const build = mergedColumn(sides, lookOfKey);
  const showView = () => {
    column.hidden = !$("view-merged").checked;
    if (!column.hidden && !merged) merged = build(column);
    measure();
    if (!current) return;
    light(current, "current");
    go(current);
  };
  // In a paragraph where every look is switched off nothing differs that the reader wants to see.
  const settleQuiet = () => {
    const off = (passage) => { const look = lookOf(passage); return !look || look === "same" || !$("show-" + look).checked; };
    for (const paragraph of document.querySelectorAll(".side .text > :not(.empty)")) {
      paragraph.classList.toggle("quiet", [...paragraph.children].filter((each) => each.matches("span")).every(off));
    }
  };
  const follows = (event) => {
    const way = event.target.closest("a");
    if (!way) return;
    event.preventDefault();
    for (const list of document.querySelectorAll(".bar > details")) list.open = false;
    history.replaceState(null, "", way.getAttribute("href"));
    arrive();
  };

  for (const side of sides) {
    side.scroll.addEventListener("scroll", () => {
      if (Math.abs(side.scroll.scrollTop - side.set) > 1.5) follow(side);
      side.set = -1;
      drawSoon();
    });
    side.scroll.addEventListener("click", (event) => {
      const fact = event.target.closest("a.related");
      if (fact && wide.matches) {
        event.preventDefault();
        bringBeside(side, fact);
      }
      const way = event.target.closest("span > a:not(.note)");
      if (way) {
        event.preventDefault();
        const key = keyOf(way);
        go(key, { from: other(side).places.has(key) ? other(side) : side });
      }
    });
    for (const kind of ["mouseover", "focusin"]) {
      side.scroll.addEventListener(kind, (event) => light(keyOf(event.target), "partner"));
    }
    for (const kind of ["mouseleave", "focusout"]) side.scroll.addEventListener(kind, () => light("", "partner"));
  }
  column.addEventListener("click", (event) => {
    const key = event.target.closest("span > a") && keyOf(event.target);
    if (!key) return;
    event.preventDefault();
    go(key);
  });
  for (const list of document.querySelectorAll(".findings > div")) list.addEventListener("click", follows);
  for (const view of document.querySelectorAll("[name=view]")) view.addEventListener("change", showView);
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "n") step(1);
    else if (event.key === "p") step(-1);
    else if (event.key === "Escape") clear();
    else return;
    event.preventDefault();
  });
  const lists = [...document.querySelectorAll(".bar > details")];
  for (const list of lists) {
    list.querySelector("summary").addEventListener("click", () => {
      for (const each of lists) if (each !== list) each.open = false;
    });
  }
  $("next").addEventListener("click", () => step(1));
  $("previous").addEventListener("click", () => step(-1));
  document.querySelector(".legend").addEventListener("change", () => {
    settleQuiet();
    drawSoon();
    drawOverview();
  });
  addEventListener("hashchange", arrive);
  const unfold = (open) => { for (const each of document.querySelectorAll(".figures")) each.open = open; };
  addEventListener("beforeprint", () => unfold(true));
  addEventListener("afterprint", () => unfold(false));
  new ResizeObserver(measure).observe(sides[0].scroll.querySelector(".text"));
  new ResizeObserver(measure).observe(sides[1].scroll.querySelector(".text"));
  new ResizeObserver(measure).observe(ribbons);

  root.classList.add("js");
  keepSelectionInside(sides);
  document.querySelector(".bar nav").hidden = !changes.length;
  say();
  showView();
  settleQuiet();
  arrive();
})();
