// Filtering the events of one page, all of which stand in it.
(function () {
  "use strict";
  var timeline = window.eventTimeline = window.eventTimeline || {};

  timeline.filter = function (form) {
    var AT_ONCE = 60;
    var output = form.querySelector("output");
    var clear = form.querySelector("button");
    var noMatch = document.querySelector(".no-match");
    var columns = Array.from(document.querySelectorAll(".strip a"));
    var events, turn = 0;

    function read() {
      var column = 0;
      return Array.from(document.querySelectorAll(".all-events .event"), function (event) {
        var told = event.querySelectorAll("h4 bdi, .when, blockquote, .source bdi, .topic, .entities bdi");
        var text = Array.from(told, function (each) { return each.textContent; }).join(" ");
        while (column + 1 < columns.length && timeline.later(event.dataset.start, columns[column + 1].dataset.from) >= 0) column++;
        return { column: columns[column], item: event.parentNode, month: event.closest(".month"), words: " " + timeline.words(text).join(" "),
          facets: JSON.parse(event.dataset.facets), certainty: event.dataset.certainty, start: event.dataset.start, end: event.dataset.end };
      });
    }

    // What a heading, the rail and the strip count is what is shown.
    function recount(shown, filtered) {
      var here = new Map();
      shown.forEach(function (event) {
        [event.month, event.month.closest(".year").id, event.column].forEach(function (place) { here.set(place, (here.get(place) || 0) + 1); });
      });
      document.querySelectorAll(".all-events .month").forEach(function (month) {
        var count = month.querySelector(".count");
        count.dataset.all = count.dataset.all || count.textContent;
        count.textContent = (filtered ? timeline.figure(here.get(month) || 0) + " / " : "") + count.dataset.all;
        month.hidden = !here.has(month);
      });
      document.querySelectorAll(".all-events .year").forEach(function (year) {
        year.hidden = !year.querySelector(".month:not([hidden])");
      });
      document.querySelectorAll(".rail a[href^='#']").forEach(function (link) {
        var number = here.get(link.hash.slice(1)) || 0;
        link.querySelectorAll(".count, .spoken").forEach(function (count) {
          count.dataset.all = count.dataset.all || count.textContent;
          var told = count.matches(".spoken") ? timeline.told(output, number) : timeline.figure(number);
          count.textContent = filtered ? told : count.dataset.all;
        });
        link.parentNode.hidden = !number;
      });
      columns.forEach(function (link) { lower(link, here.get(link) || 0); });
    }

    // A column of the strip as high as what is shown of it.
    function lower(link, number) {
      var bar = link.querySelector(".bar"), all = +link.dataset.count, foot = 56;
      link.dataset.height = link.dataset.height || bar.getAttribute("height");
      var height = Math.ceil(link.dataset.height * number / all);
      bar.setAttribute("height", height);
      bar.setAttribute("y", foot - height);
      var label = link.dataset.name + ": " + (number < all ? timeline.told(output, number, all) : timeline.told(output, all));
      link.setAttribute("aria-label", label);
      link.querySelector("title").textContent = label;
    }

    // What is seen first is there at once; to lay out hundreds takes longer than somebody who types should wait.
    function show(shown, number, mine) {
      var missing = shown.filter(function (event) { return event.item.hidden; });
      missing.slice(0, number).forEach(function (event) { event.item.hidden = false; });
      if (missing.length > number) setTimeout(function () { if (mine === turn) show(missing, 2 * number, mine); });
    }

    function apply() {
      var wanted = timeline.wanted(form);
      timeline.order(wanted.newest);
      timeline.remember(wanted.state);
      if (!wanted.any && !events) return;
      events = events || read();
      var shown = [];
      events.forEach(function (event) {
        if (timeline.fits(wanted, event)) shown.push(event);
        else event.item.hidden = true;
      });
      if (wanted.newest) shown.reverse();
      document.querySelectorAll(".gap, .key").forEach(function (each) { each.hidden = wanted.any; });
      recount(shown, wanted.any);
      show(shown, wanted.any ? AT_ONCE : shown.length, ++turn);
      noMatch.hidden = shown.length > 0;
      output.textContent = wanted.any ? timeline.told(output, shown.length, events.length) : "";
      clear.hidden = !wanted.any;
    }

    (window.requestIdleCallback || setTimeout)(function () { events = events || read(); });
    timeline.listen(form, apply);
    noMatch.querySelector("button").addEventListener("click", function () { form.reset(); });

    // A link to an event that the filter left out clears it; one to a year or a month leads to what is shown next.
    timeline.uncover = function (target) {
      if (!target.closest(".all-events [hidden]")) return false;
      var left = !target.closest(".event") && Array.from(document.querySelectorAll(".all-events .month:not([hidden])"));
      if (left) target = left.find(function (month) { return target.compareDocumentPosition(month) & 4; }) || left.pop();
      else {
        form.reset();
        apply();
      }
      if (target) target.scrollIntoView();
      return !left;
    };
  };
})();
