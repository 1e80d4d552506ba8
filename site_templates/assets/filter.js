// Filtering the events of one page, all of which stand in it.
(function () {
  "use strict";
  var timeline = window.eventTimeline = window.eventTimeline || {};

  timeline.filter = function (form) {
    var AT_ONCE = 30;
    var output = form.querySelector("output");
    var clear = form.querySelector("button");
    var noMatch = document.querySelector(".no-match");
    var apart = document.querySelectorAll(".gap, .key"); // what tells of all events
    var places = [], events, turn = 0;

    // Where events are counted: it is told how many of its are shown, or null when none is left out.
    function place(tell) {
      var made = { number: 0, told: null, tell: tell };
      places.push(made);
      return made;
    }

    function placeOfYear(year) {
      return place(function (number) { year.hidden = number === 0; });
    }

    function placeOfMonth(month) {
      var count = month.querySelector(".count"), all = count.textContent;
      return place(function (number) {
        count.textContent = (number === null ? "" : timeline.figure(number) + " / ") + all;
        month.hidden = number === 0;
      });
    }

    function placeInRail(link) {
      var counts = Array.from(link.querySelectorAll(".count, .spoken"), function (count) { return [count, count.textContent]; });
      return place(function (number) {
        counts.forEach(function (each) {
          var told = each[0].matches(".spoken") ? timeline.told(output, number) : timeline.figure(number);
          each[0].textContent = number === null ? each[1] : told;
        });
        link.parentNode.hidden = number === 0;
      });
    }

    // A column of the strip is as high as what is shown of it.
    function placeInStrip(column) {
      var bar = column.querySelector(".bar"), title = column.querySelector("title");
      var all = +column.dataset.count, full = bar.getAttribute("height"), foot = 56, lowest = 5;
      return place(function (number) {
        var every = number === null || number === all;
        var height = every ? full : number && Math.max(lowest, Math.ceil(full * number / all));
        bar.setAttribute("height", height);
        bar.setAttribute("y", foot - height);
        title.textContent = column.dataset.name + ": " + (every ? timeline.told(output, all) : timeline.told(output, number, all));
        column.setAttribute("aria-label", title.textContent);
      });
    }

    // The events, oldest first, and what counts them, read once: a page of hundreds has some 30,000 elements.
    function read() {
      var years = new Map(), months = new Map(), rail = {}, column = 0;
      document.querySelectorAll(".all-events .year").forEach(function (year) { years.set(year, placeOfYear(year)); });
      document.querySelectorAll(".all-events .month").forEach(function (month) { months.set(month, placeOfMonth(month)); });
      document.querySelectorAll(".rail a[href^='#']").forEach(function (link) { rail[link.hash.slice(1)] = placeInRail(link); });
      var columns = Array.from(document.querySelectorAll(".strip a"), function (each) { return { from: each.dataset.from, place: placeInStrip(each) }; });
      return Array.from(document.querySelectorAll(".all-events .event"), function (event) {
        var told = event.querySelectorAll("h4 bdi, .when, blockquote, .source bdi, .topic, .entities bdi");
        var text = Array.from(told, function (each) { return each.textContent; }).join(" ");
        var month = event.closest(".month"), year = event.closest(".year");
        while (column + 1 < columns.length && timeline.later(event.dataset.start, columns[column + 1].from) >= 0) column++;
        var counting = [months.get(month), years.get(year), rail[month.id], rail[year.id], columns.length && columns[column].place];
        return { item: event.parentNode, hidden: false, places: counting.filter(Boolean), words: " " + timeline.words(text).join(" "),
          facets: JSON.parse(event.dataset.facets), certainty: event.dataset.certainty, start: event.dataset.start, end: event.dataset.end };
      });
    }

    function hide(event, hidden) {
      if (event.hidden !== hidden) event.item.hidden = event.hidden = hidden;
    }

    // Only what changes is touched.
    function recount(shown, filtered) {
      places.forEach(function (each) { each.number = 0; });
      shown.forEach(function (event) { event.places.forEach(function (each) { each.number++; }); });
      places.forEach(function (each) {
        var number = filtered ? each.number : null;
        if (number !== each.told) each.tell(each.told = number);
      });
    }

    // What is seen first is there at once; to lay out hundreds takes longer than somebody who types should wait.
    function show(shown, number, mine) {
      var missing = shown.filter(function (event) { return event.hidden; });
      missing.slice(0, number).forEach(function (event) { hide(event, false); });
      if (missing.length > number) setTimeout(function () { if (mine === turn) show(missing, 2 * number, mine); });
    }

    function apply() {
      var wanted = timeline.wanted(form);
      if (wanted.any || wanted.newest) events = events || read();
      timeline.order(wanted.newest);
      timeline.remember(wanted.state);
      if (!events) return;
      var shown = [];
      events.forEach(function (event) {
        if (timeline.fits(wanted, event)) shown.push(event);
        else hide(event, true);
      });
      if (wanted.newest) shown.reverse();
      apart.forEach(function (each) { each.hidden = wanted.any; });
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
