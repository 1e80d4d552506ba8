// A page that does not know where its site begins: this file does, so links by a guess lead where they should.
(function () {
  "use strict";
  var guessed = document.currentScript.dataset.guessed, root = new URL("..", document.currentScript.src).href;
  if (!guessed) return;
  document.addEventListener("DOMContentLoaded", function () {
    ["href", "src", "action"].forEach(function (name) {
      document.body.querySelectorAll("[" + name + "^='" + guessed + "']").forEach(function (each) {
        each.setAttribute(name, root + each.getAttribute(name).slice(guessed.length));
      });
    });
  });
})();
