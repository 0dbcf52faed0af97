// Shows the current finding in the list beside it; without this script the list starts at its beginning.

const list = document.querySelector(".pl-import-list");
const current = list?.querySelector("[aria-current]");
if (current) list.scrollTop = current.offsetTop - list.offsetTop - list.clientHeight / 3;
