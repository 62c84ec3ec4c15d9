/** The button that prints the page; without a script one prints from the menu of the browser. */

const button = document.getElementById("print");
button?.removeAttribute("hidden");
button?.addEventListener("click", () => print());
