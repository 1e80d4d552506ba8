// Filtering, order, and where an event has moved to. The page is whole without it.
(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.add("js");
  var timeline = window.eventTimeline = window.eventTimeline || {};
  var singles = /[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/g;

  // What the frame of the page says of the site: where its root is, and whether there is an index.
  timeline.site = function () { return document.querySelector("[data-root]").dataset; };

  // The words of a text as they are searched for: small letters without marks.
  timeline.words = function (text) {
    var plain = text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replace(singles, " $& ");
    return plain.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  };

  // What the form asks for; its state is what the address says behind the "?".
  timeline.wanted = function (form) {
    var state = new URLSearchParams();
    new FormData(form).forEach(function (value, name) { if (value.trim()) state.set(name, value.trim()); });
    var facets = [];
    [["topic", "t:"], ["entity", "e:"], ["source", "s:"]].forEach(function (each) {
      if (state.get(each[0])) facets.push(each[1] + state.get(each[0]));
    });
    var newest = state.get("order") === "newest";
    var any = Array.from(state.keys()).some(function (name) { return name !== "order"; });
    var text = state.get("text") || "", words = timeline.words(text);
    return { state: state, any: any, newest: newest, words: words, nothing: text && !words.length, facets: facets,
      certainty: state.get("certainty"), from: state.get("from"), to: state.get("to") };
  };

  // Whether an event is what is asked for; its words stand in a row, a space before each.
  timeline.fits = function (wanted, event) {
    return !wanted.nothing && wanted.words.every(function (word) { return event.words.includes(" " + word); }) &&
      wanted.facets.every(function (facet) { return event.facets.includes(facet); }) &&
      (!wanted.certainty || event.certainty === wanted.certainty) &&
      (!wanted.from || timeline.later(event.end, wanted.from) >= 0) && (!wanted.to || timeline.later(wanted.to, event.start) >= 0);
  };

  // Years before 1 are written with a minus and more than four digits with Y, so text does not compare them.
  timeline.later = function (one, other) {
    function number(day) {
      var parts = /^Y?(-?\d+)-(\d\d)-(\d\d)/.exec(day);
      return parts ? parts[1] * 400 + parts[2] * 32 + +parts[3] : 0;
    }
    return number(one) - number(other);
  };

  timeline.remember = function (state) {
    var query = state.toString();
    try {
      history.replaceState(null, "", (query ? "?" + query : location.pathname) + location.hash);
    } catch (refused) { /* a page opened from disk may not change its address */ }
    carry(query);
  };

  // What is asked for goes along to other parts of the timeline.
  var onward;
  function carry(query) {
    onward = onward || Array.from(document.querySelectorAll(".rail a, .strip a, .part > h2 a, .onward a, .crumbs a"), function (link) {
      var parts = link.getAttribute("href").split("#");
      return { link: link, page: parts[0], place: parts[1] ? "#" + parts[1] : "" };
    }).filter(function (each) { return each.page; });
    onward.forEach(function (each) { each.link.setAttribute("href", each.page + (query ? "?" + query : "") + each.place); });
  }

  // A number as the language of the page writes it.
  var figures = new Intl.NumberFormat(root.lang);
  timeline.figure = function (number) { return figures.format(number); };

  // What the form says of how many fit.
  timeline.told = function (output, shown, all) {
    return output.dataset[all !== undefined ? "some" : shown === 1 ? "one" : "found"].replace("{shown}", timeline.figure(shown)).replace("{all}", timeline.figure(all || 0));
  };

  // One script of the index, loaded once.
  var waiting = {}, loaded = {};
  window.timelineIndex = function (kind, key, holds) {
    loaded[kind + "/" + key] = holds;
    (waiting[kind + "/" + key] || []).forEach(function (done) { done(holds); });
  };
  timeline.load = function (kind, key) {
    var name = kind + "/" + key;
    return new Promise(function (done) {
      if (name in loaded) return done(loaded[name]);
      if (waiting[name]) return waiting[name].push(done);
      waiting[name] = [done];
      var script = document.createElement("script");
      var bytes = Array.from(new TextEncoder().encode(key), function (byte) { return (byte + 256).toString(16).slice(1); });
      var file = kind === "index" ? kind : kind + "/" + (kind === "events" ? key : bytes.join("") || "_");
      script.src = timeline.site().root + "search/" + file + ".js";
      script.onerror = function () { window.timelineIndex(kind, key, null); };
      document.head.append(script);
    });
  };

  function reverse(parent, selector) {
    Array.from(parent.querySelectorAll(":scope > " + selector)).reverse().forEach(function (child) { parent.append(child); });
  }

  var reversed = false;
  timeline.order = function (newest) {
    if (newest === reversed) return;
    reversed = newest;
    document.querySelectorAll(".all-events").forEach(function (all) {
      reverse(all, ":is(.year, .gap)");
      all.querySelectorAll(".year").forEach(function (year) { reverse(year, ":is(.month, .gap)"); });
      all.querySelectorAll("ol.events").forEach(function (list) { reverse(list, "li"); });
    });
  };

  function showAge() {
    var newest = document.querySelector("[data-newest]");
    if (!newest) return;
    var days = Math.floor((Date.now() - Date.parse(newest.dateTime)) / 864e5);
    if (days > 1 && days < 365) newest.after(" (" + newest.dataset.newest.replace("{days}", days) + ")");
  }

  // The form as the address has it, and what is to be done when it changes.
  timeline.listen = function (form, apply) {
    new URLSearchParams(location.search).forEach(function (value, name) {
      var field = form.elements[name];
      if (!field) return;
      field.value = value;
      if (field.value !== value && field.options) field.add(new Option(value, value, false, true)); // told too seldom to be offered
    });
    var more = form.querySelector(".more");
    more.open = Array.from(more.querySelectorAll("input, select")).some(function (each) { return each.value; });
    form.addEventListener("input", apply);
    form.addEventListener("submit", function (submitted) { submitted.preventDefault(); apply(); });
    form.addEventListener("reset", function () { setTimeout(apply); });
    addEventListener("keydown", function (pressed) {
      if (pressed.key === "/" && !/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)) {
        pressed.preventDefault();
        form.elements.text.focus();
      }
    });
    apply();
  };

  // The part that is marked stands where it is seen of a rail that is longer than its room.
  function bringIntoRail(link) {
    var list = link.closest("ol"), room = list.getBoundingClientRect(), place = link.getBoundingClientRect();
    list.scrollBy({ left: place.left + place.width / 2 - room.left - room.width / 2, top: place.top + place.height / 2 - room.top - room.height / 2, behavior: "instant" });
  }

  // The year being read is marked beside the text.
  function followYears(rail) {
    var current = rail.querySelector("[aria-current]");
    if (current) bringIntoRail(current);
    var links = {};
    rail.querySelectorAll("a[href^='#']").forEach(function (link) { links[link.hash.slice(1)] = link; });
    var observer = new IntersectionObserver(function (entries) {
      entries.forEach(function (entry) {
        if (!entry.isIntersecting) return;
        rail.querySelectorAll("[aria-current='true']").forEach(function (link) { link.removeAttribute("aria-current"); });
        links[entry.target.id].setAttribute("aria-current", "true");
        bringIntoRail(links[entry.target.id]);
      });
    }, { rootMargin: "-20% 0px -79% 0px" });
    document.querySelectorAll(".all-events .year").forEach(function (year) { if (links[year.id]) observer.observe(year); });
  }

  function named() {
    return location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  }

  // A link to the words in a text opens what was read from them; one to an event that has moved follows it.
  function openTarget() {
    var target = named(), notice = document.querySelector(".notice");
    var details = target && (target.matches("details") ? target : target.matches(".readings li") && target.querySelector("details"));
    if (details) details.open = true;
    if (!notice) return;
    var event = target && target.closest(".event"), cleared = target && timeline.uncover && timeline.uncover(target);
    if (event) event.before(notice);
    say(notice, cleared ? notice.dataset.cleared : target && target.matches(".alias") ? notice.dataset.moved : "");
    if (cleared) event.scrollIntoView();
    if (event) offerCopies(event, notice.dataset);
    var name = location.hash.slice(1);
    if (target || !/^[0-9a-f]{12}(-\d+)?$/.test(name)) return;
    var pages = "index" in timeline.site() ? timeline.load("ids", name.slice(0, 2)) : Promise.resolve(null), root = timeline.site().root;
    pages.then(function (pages) {
      if (pages && pages[name]) return location.replace(root + pages[name]);
      document.querySelector(".text").prepend(notice);
      var first = name.replace(/-\d+$/, ""); // an article says in the same words again what the event of this id tells
      var nearest = pages && pages[first] ? root + pages[first] : document.getElementById(first) ? "#" + first : "";
      say(notice, notice.dataset.missing, nearest && [notice.dataset.nearest, nearest], [notice.dataset.search, root + "index.html#words"]);
    });
  }

  // Words, and the ways on from there, each with its own.
  function say(notice, words) {
    notice.textContent = words;
    notice.hidden = !words;
    Array.from(arguments).slice(2).filter(Boolean).forEach(function (way) {
      var link = document.createElement("a");
      link.textContent = way[0];
      link.href = way[1];
      notice.append(" ", link);
    });
  }

  // The event that the address names can be taken along: its link, and how to cite it.
  function offerCopies(event, words) {
    document.querySelectorAll(".copies").forEach(function (each) { each.remove(); });
    var address = location.href.replace(/[?#].*/, "") + "#" + event.id;
    var when = event.querySelector(".when").cloneNode(true);
    when.querySelectorAll(".note").forEach(function (note) { note.remove(); });
    var said = { headline: event.querySelector("h4 bdi").textContent, when: when.textContent.trim(), site: words.site, address: address };
    var cited = words.citation.replace(/\{(\w+)\}/g, function (_, name) { return said[name]; });
    var copies = document.createElement("p");
    copies.className = "copies";
    [[words.copyLink, address], [words.copyCitation, cited]].forEach(function (each) {
      var button = document.createElement("button");
      button.type = "button";
      button.textContent = each[0];
      button.addEventListener("click", function () {
        copy(each[1]).then(function () { button.textContent = words.copied; });
      });
      copies.append(button);
    });
    event.append(copies);
  }

  // Browsers keep the clipboard from pages that came over a plain connection; those take the older way.
  function copy(text) {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    var area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
    return Promise.resolve();
  }

  document.addEventListener("DOMContentLoaded", function () {
    showAge();
    var form = document.querySelector(".filter");
    if (form && "search" in form.dataset) timeline.search(form);
    else if (form) timeline.filter(form);
    else if (location.search) carry(location.search.slice(1));
    var rail = document.querySelector(".rail");
    if (rail) followYears(rail);
    openTarget();
    addEventListener("hashchange", openTarget);
  });
})();
