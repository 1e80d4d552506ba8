// Filtering, and how old the newest article is. The page is whole without it.
(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.add("js");

  function showAge() {
    var newest = document.querySelector("[data-newest]");
    if (!newest) return;
    var days = Math.floor((Date.now() - Date.parse(newest.dateTime)) / 864e5);
    if (days > 1 && days < 365) newest.after(" (" + days + " days ago)");
  }

  function startFilter(form) {
    var events = Array.from(document.querySelectorAll(".event"));
    var texts = events.map(function (event) { return event.textContent.toLowerCase(); });
    var output = form.querySelector("output");
    var clear = form.querySelector("button");
    var noMatch = document.querySelector(".no-match");

    function fits(event, text, wanted) {
      return wanted.words.every(function (word) { return text.includes(word); }) &&
        (!wanted.certainty || event.dataset.certainty === wanted.certainty) &&
        (!wanted.topic || JSON.parse(event.dataset.topics).includes(wanted.topic)) &&
        (!wanted.from || event.dataset.end >= wanted.from) &&
        (!wanted.to || event.dataset.start <= wanted.to);
    }

    function hideEmpty(selector) {
      document.querySelectorAll(selector).forEach(function (section) {
        section.hidden = !section.querySelector("li:not([hidden]) > .event");
      });
    }

    // What a heading counts is what is shown below it.
    function recount(filtered) {
      document.querySelectorAll("section.month .count").forEach(function (count) {
        count.dataset.all = count.dataset.all || count.textContent;
        var shown = count.closest("section").querySelectorAll("li:not([hidden]) > .event").length;
        count.textContent = (filtered ? shown + " of " : "") + count.dataset.all;
      });
    }

    function apply() {
      var state = new URLSearchParams();
      new FormData(form).forEach(function (value, name) { if (value.trim()) state.set(name, value.trim()); });
      var wanted = {
        words: (state.get("q") || "").toLowerCase().split(/\s+/).filter(Boolean),
        certainty: state.get("certainty"), topic: state.get("topic"),
        from: state.get("from"), to: state.get("to")
      };
      var count = 0;
      events.forEach(function (event, index) {
        var shown = fits(event, texts[index], wanted);
        event.parentNode.hidden = !shown;
        count += shown;
      });
      hideEmpty("section.month");
      hideEmpty("section.year");
      var filtered = state.toString() !== "";
      document.querySelectorAll(".gap").forEach(function (gap) { gap.hidden = filtered; });
      recount(filtered);
      noMatch.hidden = count > 0;
      output.textContent = filtered ? count + " of " + events.length + " events" : "";
      clear.hidden = !filtered;
      try {
        history.replaceState(null, "", (filtered ? "?" + state : location.pathname) + location.hash);
      } catch (refused) { /* a page opened from disk may not change its address */ }
    }

    new URLSearchParams(location.search).forEach(function (value, name) {
      if (form.elements[name]) form.elements[name].value = value;
    });
    form.addEventListener("input", apply);
    form.addEventListener("submit", function (submitted) { submitted.preventDefault(); apply(); });
    form.addEventListener("reset", function () { setTimeout(apply); });
    noMatch.querySelector("button").addEventListener("click", function () { form.reset(); });
    addEventListener("hashchange", function () {
      var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (target && target.closest("[hidden]")) { form.reset(); setTimeout(function () { target.scrollIntoView(); }, 50); }
    });
    addEventListener("keydown", function (pressed) {
      if (pressed.key === "/" && !/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)) {
        pressed.preventDefault();
        form.elements.q.focus();
      }
    });
    apply();
    if (["certainty", "topic", "from", "to"].some(function (name) { return form.elements[name] && form.elements[name].value; })) {
      form.querySelector(".more").open = true;
    }
  }

  // The year being read is marked in the rail.
  function followYears(rail) {
    var links = {};
    rail.querySelectorAll("a[href^='#']").forEach(function (link) { links[link.hash.slice(1)] = link; });
    var observer = new IntersectionObserver(function (entries) {
      entries.forEach(function (entry) {
        if (!entry.isIntersecting) return;
        rail.querySelectorAll("[aria-current='true']").forEach(function (link) { link.removeAttribute("aria-current"); });
        links[entry.target.id].setAttribute("aria-current", "true");
      });
    }, { rootMargin: "-20% 0px -79% 0px" });
    document.querySelectorAll("section.year").forEach(function (year) { if (links[year.id]) observer.observe(year); });
  }

  // A link to the words in a text opens what was read from them.
  function openTarget() {
    var target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    var details = target && (target.matches("details") ? target : target.matches(".readings li") && target.querySelector("details"));
    if (details) details.open = true;
  }

  document.addEventListener("DOMContentLoaded", function () {
    showAge();
    var form = document.querySelector(".filter");
    if (form) startFilter(form);
    var rail = document.querySelector(".rail");
    if (rail) followYears(rail);
    openTarget();
    addEventListener("hashchange", openTarget);
  });
})();
