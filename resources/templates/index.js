/* How are the rows of the index put in another order? */
"use strict";
(() => {
  const body = document.querySelector("tbody");
  const heads = [...document.querySelectorAll("thead th")];
  const value = (row, column) => {
    const cell = row.cells[column];
    return "v" in cell.dataset ? Number(cell.dataset.v) : cell.firstElementChild.textContent;
  };
  const compare = (one, other) => typeof one === "number" ? one - other : one.localeCompare(other, undefined, { numeric: true });
  const sort = (column) => {
    const turned = heads[column].ariaSort === "descending" || (column === 0 && heads[column].ariaSort !== "ascending");
    const sign = turned ? 1 : -1;
    heads.forEach((head) => head.removeAttribute("aria-sort"));
    heads[column].setAttribute("aria-sort", turned ? "ascending" : "descending");
    body.append(...[...body.rows].sort((one, other) => sign * compare(value(one, column), value(other, column))));
  };
  if (!body.rows[0] || body.rows[0].cells.length < heads.length) return;
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    button.addEventListener("click", () => sort(column));
    head.append(button);
  });
})();
