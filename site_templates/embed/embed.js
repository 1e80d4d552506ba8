// A timeline in somebody else's page: in a frame, or as <event-timeline>. Without it the list stands as it is.
(function () {
  "use strict";
  if (window.eventTimelineData) return;
  var NAMES = ["from", "to", "topic", "entity", "source", "certainty", "text", "event"], waiting = {};

  // What a script of events says; data comes as scripts, since a sandboxed frame may fetch nothing.
  window.eventTimelineData = function (data) {
    data.base = new URL(data.root, document.currentScript.src).href;
    waiting[document.currentScript.src](data);
  };
  function load(page) {
    var address = new URL(page.split(/[?#]/)[0].replace(/(\.html|\.js)$/, "") + ".js", document.baseURI).href;
    return new Promise(function (done, failed) {
      var script = document.createElement("script");
      waiting[address] = done;
      script.src = address;
      script.onerror = failed;
      document.head.append(script);
    });
  }

  // Days as numbers, years before 1 too; the end of a month or year that is named without a day.
  function day(text, rest) {
    var parts = /^Y?(-?\d+)(?:-(\d\d))?(?:-(\d\d))?/.exec(text);
    return parts ? parts[1] * 400 + (parts[2] || (rest && 12) || 1) * 32 + +(parts[3] || (rest && 31) || 1) : 0;
  }
  function plain(text) { return text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, ""); }

  // The events that an address asks for, by the names of the site's filter.
  function select(events, query) {
    var one = function (name) { return query.get(name); };
    var all = function (name, letter) { return query.getAll(name).map(function (value) { return letter + value; }); };
    var sets = [all("topic", "t:"), all("entity", "e:"), all("source", "s:")];
    var words = plain(one("text") || "").match(/[\p{L}\p{N}]+/gu) || [], number = one("key-events") || one("limit");
    var found = events.filter(function (event) {
      var told = " " + plain([event.headline, event.when].concat(event.facets.map(function (each) { return each.slice(2); })).join(" ")).replace(/[^\p{L}\p{N}]+/gu, " ");
      return (!one("event") || event.id === one("event")) &&
        (!one("certainty") || query.getAll("certainty").includes(event.certainty)) &&
        (!one("from") || day(event.end) >= day(one("from"))) && (!one("to") || day(event.start) <= day(one("to"), true)) &&
        sets.every(function (set) { return !set.length || set.some(function (each) { return event.facets.includes(each); }); }) &&
        words.every(function (word) { return told.includes(" " + word); });
    });
    if (!number) return found;
    var best = found.slice().sort(function (a, b) { return b.salience - a.salience; }).slice(0, +number);
    return found.filter(function (event) { return best.includes(event); });
  }

  function item(event, base) {
    var li = document.createElement("li"), when = document.createElement("time"), link = document.createElement("a"), told = document.createElement("span");
    li.id = event.id;
    li.className = event.certainty;
    when.textContent = event.when;
    if (event.start === event.end && event.start > "0") when.dateTime = event.start;
    link.textContent = event.headline;
    link.href = base + event.page + "#" + event.id;
    link.target = "_blank";
    link.rel = "noopener";
    link.lang = event.language;
    link.dir = "auto";
    told.textContent = event.told;
    li.append(when, " ", link, " ", told);
    return li;
  }
  function asked(query) { return NAMES.concat("key-events", "limit").some(function (name) { return query.get(name); }); }
  window.eventTimeline = Object.assign(window.eventTimeline || {}, { loadPart: load, selectPart: select, names: NAMES });

  function frame(root) {
    var query = new URLSearchParams(location.search), list = document.querySelector("ol");
    if (/^(light|dark)$/.test(query.get("theme"))) root.dataset.theme = query.get("theme");
    function tell() {
      parent.postMessage({ type: "event-timeline:height", version: 1, height: Math.ceil(document.body.getBoundingClientRect().height) }, "*");
    }
    function go(id) {
      var target = document.getElementById(id);
      document.querySelectorAll(".here").forEach(function (each) { each.classList.remove("here"); });
      if (!target) return;
      target.classList.add("here");
      target.scrollIntoView({ block: "nearest" });
    }
    addEventListener("message", function (said) {
      if (said.source === parent && said.data && said.data.type === "event-timeline:goto") go(String(said.data.id));
    });
    if (asked(query)) {
      load(root.dataset.embed).then(function (data) {
        var events = select(data.events, query);
        list.replaceChildren.apply(list, events.map(function (event) { return item(event, data.base); }));
        document.querySelector(".count").textContent = data.shown.replace("{shown}", events.length).replace("{all}", data.count);
        go(location.hash.slice(1));
      }, function () {});
    }
    go(location.hash.slice(1));
    new ResizeObserver(tell).observe(document.body);
  }

  var LOOKS = ".tl{all:initial;display:block;font:16px/1.5 system-ui,sans-serif;color:#1b1f24;background:#fff;padding:.5rem 1rem;border:1px solid #d0d7de}ol{list-style:none;margin:0;padding:0}li{margin:.6rem 0;padding-inline-start:1.4rem;position:relative}li::before{content:'';position:absolute;inset-inline-start:.1rem;top:.45rem;width:.5rem;height:.5rem;border:2px solid #0b5fa5;border-radius:50%;background:#0b5fa5}.inferred::before{border-color:#8a5a00;background:none}.vague::before{border:2px dashed #b3261e;background:none}time,span{color:#57606a;font-size:14px}time{display:block}a{color:inherit;text-decoration:underline;text-decoration-color:#d0d7de}a:hover{text-decoration-color:currentColor}@media(prefers-color-scheme:dark){.tl:not(.light){color:#e6edf3;background:#14171b;border-color:#3d444d}.tl:not(.light) :is(time,span){color:#9da7b1}}";

  // The children of the element, the plain list, are shown in styles that those of the page do not reach.
  class EventTimeline extends HTMLElement {
    connectedCallback() {
      var self = this;
      if (this.shadowRoot) return;
      if (document.readyState === "loading") return addEventListener("DOMContentLoaded", function () { self.connectedCallback(); });
      var list = document.createElement("ol"), box = document.createElement("div"), sheet = new CSSStyleSheet();
      list.append.apply(list, Array.from(this.querySelectorAll("li"), function (each) { return each.cloneNode(true); }));
      box.className = "tl " + (this.getAttribute("theme") || "");
      box.append(list);
      sheet.replaceSync(LOOKS);
      var shadow = this.attachShadow({ mode: "open" });
      shadow.adoptedStyleSheets = [sheet];
      shadow.append(box);
      var source = this.getAttribute("src");
      if (source) load(source).then(function (data) {
        var query = new URL(source, document.baseURI).searchParams;
        if (!asked(query)) query.set("limit", 50);
        list.replaceChildren.apply(list, select(data.events, query).map(function (event) { return item(event, data.base); }));
      }, function () {});
    }
  }
  customElements.define("event-timeline", EventTimeline);

  var root = document.documentElement;
  if (root.dataset.embed) document.addEventListener("DOMContentLoaded", function () { frame(root); });
})();
