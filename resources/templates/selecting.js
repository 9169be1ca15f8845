// How does a selection stay inside one article? The style sheet keeps it there while the mouse is down; this makes it
// last, and lets the key for "everything" select the article one reads in.
"use strict";
const keepSelectionInside = (sides) => {
  const root = document.documentElement;
  let reading = "";
  const read = (side) => {
    reading = side ? side.id : "";
    if (side) root.dataset.selecting = side.id;
    else delete root.dataset.selecting;
  };
  document.addEventListener("mousedown", (event) => {
    read(sides.find((side) => side.scroll.contains(event.target)));
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "a" || !(event.ctrlKey || event.metaKey)) return;
    const side = sides.find((each) => each.scroll.contains(document.activeElement)) || sides.find((each) => each.id === reading);
    if (!side) return;
    read(side);
    getSelection().selectAllChildren(side.scroll.querySelector(".text"));
    event.preventDefault();
  });
};
