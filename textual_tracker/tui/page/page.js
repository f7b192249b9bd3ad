"use strict";

// The keys belong to the terminal from the first moment on, and the button brings back a screen that was left.
document.getElementById("again").addEventListener("click", () => window.location.reload());
window.addEventListener("load", () => document.querySelector(".xterm-helper-textarea").focus());
