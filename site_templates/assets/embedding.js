// The snippets by which a part of the timeline gets into somebody else's page, for what the filter selects.
(function () {
  "use strict";
  if (window.eventTimelineEmbedding) return;
  window.eventTimelineEmbedding = true;
  var MOST = 50, WAIT = 200, turn = 0, timer;

  function escaped(text) {
    return text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  }

  // The list as it reads where nothing else is allowed: an order, dates, links.
  function plainList(events, base) {
    return "<ol>\n" + events.map(function (event) {
      var address = base + event.page + "#" + event.id;
      return "<li><time" + (event.start === event.end && event.start > "0" ? ' datetime="' + event.start + '"' : "") + ">" + escaped(event.when) +
        '</time>: <a href="' + escaped(address) + '">' + escaped(event.headline) + "</a> (" + escaped(event.told) + ")</li>\n";
    }).join("") + "</ol>";
  }

  // The part with a file of its own that is nearest to what is selected, and what remains to be said of it.
  function nearest(part, state) {
    var topic = state.getAll("topic"), from = state.get("from") || "", to = state.get("to") || "";
    var link = topic.length === 1 && Array.from(document.querySelectorAll("a[data-topic]")).find(function (each) { return each.dataset.topic === topic[0]; });
    if (part !== "embed/index") return part;
    if (link) {
      state.delete("topic");
      return "embed/" + link.getAttribute("href").replace(/^.*?topics/, "topics").replace(/\.html.*/, "");
    }
    if (!/^\d{4}-/.test(from) || from.slice(0, 5) !== to.slice(0, 5)) return part;
    if (from.slice(4) === "-01-01" && to.slice(4) === "-12-31") ["from", "to"].forEach(function (name) { state.delete(name); });
    return "embed/years/" + from.slice(0, 4);
  }

  function write(panel) {
    var root = new URL(document.querySelector("[data-root]").dataset.root || ".", location.href).href, base = panel.dataset.site || root;
    var title = document.querySelector("h1").textContent, told = new URLSearchParams(location.search), asked = new URLSearchParams(), mine = ++turn;
    window.eventTimeline.names.forEach(function (name) { told.getAll(name).forEach(function (value) { if (value) asked.append(name, value); }); });
    function fill(way, text) { panel.querySelector("[data-snippet='" + way + "']").textContent = text; }
    function follow(state) { return state.toString() ? "?" + state : ""; }
    function writeOf(name, state) {
      var part = base + name, page = part + ".html" + follow(state);
      fill("frame", '<iframe src="' + escaped(page) + '" title="' + escaped(title) +
        '" width="100%" height="480" loading="lazy" sandbox="allow-scripts allow-popups"></iframe>\n<script src="' + escaped(base) + 'embed/host.js"></' + "script>");
      fill("picture", '<a href="' + escaped(base + panel.dataset.page + follow(asked)) + '"><img src="' + escaped(part) + '.svg" alt="' + escaped(title) + '" width="100%"></a>');
      window.eventTimeline.loadPart(root + name + ".js").then(function (data) {
        if (mine !== turn) return;
        var events = window.eventTimeline.selectPart(data.events, state);
        var best = events.slice().sort(function (a, b) { return b.salience - a.salience; }).slice(0, MOST);
        var list = plainList(events.filter(function (event) { return best.includes(event); }), base);
        fill("plain", list);
        fill("element", '<event-timeline src="' + escaped(page) + '">\n' + list + '\n</event-timeline>\n<script src="' + escaped(base) + 'embed/embed.js" async></' + "script>");
      }, function () { // a year or a topic without a file of its own
        if (mine === turn && name !== panel.dataset.part) writeOf(panel.dataset.part, asked);
      });
    }
    var state = new URLSearchParams(asked);
    writeOf(nearest(panel.dataset.part, state), state);
  }

  document.addEventListener("DOMContentLoaded", function () {
    var panel = document.querySelector(".embedding");
    if (!panel) return;
    panel.querySelector("dl").append(panel.querySelector("template").content);
    var form = document.querySelector("form.filter");
    if (form) {
      panel.querySelector(".along").hidden = false;
      ["input", "reset"].forEach(function (kind) { form.addEventListener(kind, soon); });
    }
    // When somebody has stopped writing, so that the address says what the filter selects.
    function soon() {
      clearTimeout(timer);
      timer = setTimeout(function () { if (panel.open && window.eventTimeline.loadPart) write(panel); }, WAIT);
    }
    panel.addEventListener("toggle", function () {
      if (!panel.open) return;
      if (window.eventTimeline.loadPart) return write(panel);
      var script = document.createElement("script");
      script.src = (document.querySelector("[data-root]").dataset.root || "") + "embed/embed.js";
      script.onload = function () { write(panel); };
      document.head.append(script);
    });
  });
})();
