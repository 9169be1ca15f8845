// Where in the whole are the changes, and which part is on screen? Two lanes, one for each article, at the edge.
"use strict";
const overviewBar = (host, sides, jump) => {
  const SVG = "http://www.w3.org/2000/svg";
  const svg = host.appendChild(document.createElementNS(SVG, "svg"));
  const frames = sides.map(() => document.createElementNS(SVG, "rect"));
  const lane = 9;
  const scale = (side) => host.clientHeight / Math.max(1, side.scroll.scrollHeight);
  const tick = (x, top, height) => `M${x} ${top.toFixed(1)}h${lane}v${height.toFixed(1)}h${-lane}z`;
  const path = (d, name) => {
    const node = document.createElementNS(SVG, "path");
    node.setAttribute("d", d);
    node.setAttribute("class", name);
    return node;
  };

  // `marks` are {look, side, top, bottom} in pixels of the scrolled text.
  const draw = (marks) => {
    const paths = new Map();
    for (const { look, side, top, bottom } of marks) {
      const factor = scale(sides[side]);
      const d = tick(1 + side * (lane + 1), top * factor, Math.max(2, (bottom - top) * factor));
      paths.set(look, (paths.get(look) || "") + d);
    }
    svg.replaceChildren(...[...paths].map(([look, d]) => path(d, look)), ...frames);
    follow();
  };
  const follow = () => {
    sides.forEach((side, i) => {
      const factor = scale(side);
      const values = { x: 0.5 + i * (lane + 1), y: side.scroll.scrollTop * factor, width: lane + 1, height: side.scroll.clientHeight * factor };
      for (const [name, value] of Object.entries(values)) frames[i].setAttribute(name, value);
    });
  };
  host.addEventListener("click", (event) => {
    const box = host.getBoundingClientRect();
    const side = event.clientX - box.left < box.width / 2 ? 0 : 1;
    jump(side, (event.clientY - box.top) / scale(sides[side]));
  });
  return { draw, follow };
};
