// How do both articles become one column? The left one is told in its order; of a reworded passage what only the left
// says is struck and what only the right says is underlined, and what only the right has stands where it stands there.
"use strict";
const mergedColumn = (sides, lookOf) => {
  const [left, right] = sides;
  const make = (tag, name, ...children) => {
    const node = document.createElement(tag);
    if (name) node.className = name;
    node.append(...children);
    return node;
  };

  // The words of a link on one side, as runs of text that are kept, marked, or marked as wording only.
  const runsOf = (side, key) => {
    const runs = [];
    const add = (node, kind) => {
      if (node.nodeType === Node.TEXT_NODE) runs.push({ text: node.data, kind });
      else if (node.nodeName === "B") runs.push({ text: "", node: node.cloneNode(true), kind });
      else if (node.nodeName === "A") return;
      else for (const child of node.childNodes) add(child, node.nodeName !== "MARK" ? kind : node.className || "marked");
    };
    for (const passage of (side.places.get(key) || []).flat()) {
      if (runs.length) runs.push({ text: " ", kind: "" });
      add(passage, "");
    }
    return runs;
  };

  // Runs cut into words and what stands between them, so that the kept words of both sides can be paired.
  const wordsOf = (runs) => runs.flatMap((run) => (run.node ? [run] : run.text.match(/[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+/gu) || [])
    .map((part) => (typeof part === "string" ? { text: part, kind: run.kind } : part)));
  const isWord = (part) => !part.kind && !part.node && /[\p{L}\p{N}]/u.test(part.text);
  const fold = (part) => part.text.normalize("NFKC").toLowerCase();
  const shown = (parts, tag) => {
    const nodes = [];
    let open = null;
    for (const part of parts) {
      const content = part.node || part.text;
      if (!tag || !part.kind) nodes.push(content);
      else if (open?.kind === part.kind) open.node.append(content);
      else {
        open = { kind: part.kind, node: make(tag, part.kind === "marked" ? "" : part.kind, content) };
        nodes.push(open.node);
        continue;
      }
      if (!part.kind) open = null;
    }
    return nodes;
  };

  // Between two kept words: what only the left has, what only the right has, and the spaces and signs around them.
  const isMarked = (part) => Boolean(part.kind);
  const groups = (parts) => {
    const found = [];
    for (const part of parts) {
      const last = found[found.length - 1];
      if (last && (isMarked(part) || !last.some(isMarked))) last.push(part);
      else found.push([part]);
    }
    return found;
  };
  const pair = (ours, theirs) => {
    if (!ours.some(isMarked)) return shown(theirs, "ins");
    if (!theirs.some(isMarked)) return shown(ours, "del");
    const lead = ours.slice(0, ours.findIndex(isMarked));
    const gone = ours.slice(lead.length, ours.findLastIndex(isMarked) + 1);
    return [...shown(lead), ...shown(gone, "del"), ...shown(theirs.slice(theirs.findIndex(isMarked)), "ins")];
  };
  const between = (ours, theirs) => {
    const [gone, come] = [groups(ours), groups(theirs)];
    if (gone.length !== come.length) return pair(ours, theirs);
    return gone.flatMap((group, i) => pair(group, come[i]));
  };
  const woven = (ours, theirs) => {
    const kept = [ours, theirs].map((parts) => parts.filter(isWord).map(fold));
    if (!kept[0].length || kept[0].join("\n") !== kept[1].join("\n")) return null;
    const nodes = [];
    const take = (parts) => {
      const end = parts.findIndex(isWord);
      return parts.splice(0, end < 0 ? parts.length : end);
    };
    while (ours.length || theirs.length) {
      nodes.push(...between(take(ours), take(theirs)));
      if (theirs.length) nodes.push(theirs.shift().text);
      ours.shift();
    }
    return nodes;
  };

  const wordingOf = (key) => {
    const [ours, theirs] = sides.map((side) => wordsOf(runsOf(side, key)));
    if (!theirs.length || !ours.length) return shown([...ours, ...theirs]);
    if (lookOf(key) === "same") return shown(ours);
    return woven(ours, theirs) || [make("del", "whole", ...shown(ours)), " ", make("ins", "whole", ...shown(theirs))];
  };
  const labelOf = (key) => {
    const passage = (left.places.get(key) || right.places.get(key))[0][0];
    const label = passage.querySelector("a:not(.tag)").cloneNode(true);
    label.href = "#" + key;
    const tag = passage.querySelector("a.tag")?.cloneNode(true);
    return tag ? [label, tag] : [label];
  };

  // What only the right has follows what stands before it there, passages that moved aside.
  const order = () => {
    const after = new Map([["", []]]);
    for (const key of left.places.keys()) after.set(key, []);
    let steady = "";
    for (const key of right.places.keys()) {
      if (!left.places.has(key)) after.get(steady).push(key);
      else if (lookOf(key) !== "moved") steady = key;
    }
    return [...after].flatMap(([key, lone]) => (key ? [key, ...lone] : lone));
  };
  const paragraphOf = (key) => (left.places.get(key) || right.places.get(key))[0][0].parentNode;

  const build = (section) => {
    const text = make("div", "text");
    text.lang = left.scroll.querySelector(".text").lang;
    const places = new Map();
    let before = null;
    for (const key of order()) {
      const paragraph = paragraphOf(key);
      if (paragraph !== before) {
        text.append(make(paragraph.nodeName, ""));
        text.lastChild.dir = "auto";
      } else text.lastChild.append(" ");
      before = paragraph;
      const passage = make("span", lookOf(key), ...labelOf(key), ...wordingOf(key));
      passage.dataset.m = key;
      text.lastChild.append(passage);
      places.set(key, passage);
    }
    const lead = make("p", "", "In the order of the left article: ", make("del", "", "struck"), " stands only on the left, ",
      make("ins", "", "underlined"), " stands only on the right. Whole passages are marked − and +. Page furniture is left out.");
    section.replaceChildren(make("h2", "unseen", "Both articles in one column"), lead, text);
    return places;
  };
  return build;
};
