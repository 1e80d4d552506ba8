// The snippets by which a part of the timeline gets into somebody else's page, for what the filter selects.
(function () {
  "use strict";
  if (window.eventTimelineEmbedding) return;
  window.eventTimelineEmbedding = true;
  var WAIT = 200, MARKS = { "&": "&amp;", '"': "&quot;", "'": "&#x27;", "<": "&lt;", ">": "&gt;" }, turn = 0, timer;

  function escaped(text) {
    return text.replace(/[&"'<>]/g, function (each) { return MARKS[each]; });
  }

  // A snippet as the site writes it, with what stands in the place of its {names}.
  function filled(text, values) {
    return text.replace(/\{(\w+)\}/g, function (whole, name) { return name in values ? escaped(values[name]) : whole; });
  }

  // The list as it reads where nothing else is allowed: what it is, an order, dates, links, and that it is a copy.
  function plainList(found, title, base) {
    var items = found.events.map(function (event) {
      var when = event.when.map(function (piece) {
        return piece[1] ? '<time datetime="' + escaped(piece[1]) + '">' + escaped(piece[0]) + "</time>" : escaped(piece[0]);
      });
      return "<li>" + when.join("") + ': <a href="' + escaped(base + event.page + "#" + event.id) + '">' + escaped(event.headline) + "</a> (" + escaped(event.told) + ")</li>\n";
    });
    var list = items.length ? "\n<ol>\n" + items.join("") + "</ol>" : "", copy = escaped(found.data.words.copy), link = base && '<a href="' + escaped(base) + '">' + escaped(base) + "</a>";
    return "<p><strong>" + escaped(title) + "</strong> · " + escaped(found.count) + "</p>" + list +
      "\n<p><small>" + (found.asOf ? escaped(found.asOf) + ". " : "") + (link ? copy.split(escaped(base)).join(link) : copy) + ".</small></p>";
  }

  // The part with a file of its own that is nearest to what is selected, and what remains to be said of it.
  function nearest(data, asked) {
    var topic = asked.getAll("topic"), from = asked.get("from") || "", to = asked.get("to") || "", rest = new URLSearchParams(asked), year = /^-?\d+/;
    if (topic.length === 1 && data.topics[topic[0]]) {
      rest.delete("topic");
      return [data.topics[topic[0]], rest];
    }
    if (!from || !to || year.exec(from)[0] !== year.exec(to)[0] || !data.years.includes(year.exec(from)[0])) return ["index", asked];
    if (/^-?\d+-01-01$/.test(from) && /-12-31$/.test(to)) ["from", "to"].forEach(function (name) { rest.delete(name); });
    return ["years/" + year.exec(from)[0], rest];
  }

  function write(panel) {
    var root = new URL(document.querySelector("[data-root]").dataset.root || ".", location.href).href, base = panel.dataset.site || "";
    var title = document.querySelector("h1").textContent.trim(), told = new URLSearchParams(location.search), asked = new URLSearchParams(), mine = ++turn;
    window.eventTimeline.names.forEach(function (name) { told.getAll(name).forEach(function (value) { if (value) asked.append(name, value); }); });
    function fill(way, text) { panel.querySelector("[data-snippet='" + way + "']").textContent = text; }
    function follow(query) { return query.toString() ? "?" + query : ""; }
    window.eventTimeline.loadPart(root + panel.dataset.part + ".js").then(function (data) {
      var near = data.topics ? nearest(data, asked) : [panel.dataset.part.slice("embed/".length), asked], file = "embed/" + near[0];
      var address = base + file + ".html" + follow(near[1]), query = new URLSearchParams(near[1]);
      if (!query.toString()) query.set("limit", data.most);
      return window.eventTimeline.choosePart(root + file, query).then(function (found) {
        if (mine !== turn) return;
        var part = found.data.title, list = plainList(found, part === title ? title : part + " · " + title, base);
        fill("frame", filled(panel.dataset.frames, { title: title, address: address }));
        fill("picture", filled(panel.dataset.pictures, { title: title, page: base + panel.dataset.page + follow(asked), picture: base + file + ".svg" }));
        fill("plain", list);
        fill("element", '<event-timeline src="' + escaped(address) + '">\n' + list + '\n</event-timeline>\n<script src="' + escaped(base) + 'embed/embed.js" async></' + "script>");
      });
    });
  }

  // Onto the clipboard, or where that is not allowed selected, so that a key does.
  function copy(button) {
    var snippet = document.querySelector("[data-snippet='" + button.dataset.copies + "']"), words = button.textContent;
    function select() { getSelection().selectAllChildren(snippet); }
    function done() {
      button.textContent = button.dataset.done;
      setTimeout(function () { button.textContent = words; }, 2000);
    }
    if (!navigator.clipboard) return select();
    navigator.clipboard.writeText(snippet.textContent).then(done, select);
  }

  document.addEventListener("DOMContentLoaded", function () {
    var panel = document.querySelector(".embedding");
    if (!panel) return;
    panel.querySelector("dl").append(panel.querySelector("template").content);
    panel.querySelectorAll(".copy").forEach(function (button) {
      button.hidden = false;
      button.addEventListener("click", function () { copy(button); });
    });
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
