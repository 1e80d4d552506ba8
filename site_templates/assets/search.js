// Searching a timeline on many pages, by an index of which each query loads the few scripts that it needs.
(function () {
  "use strict";
  var timeline = window.eventTimeline = window.eventTimeline || {};
  var PAGE = 50, MOST_SCRIPTS = 4, AT_ONCE = 8, ENOUGH = 500, MOST = 4000;

  // The stretches in which a word or a facet may be told, with how the ids of its events begin, or null for any of them;
  // null where nothing can be said without loading too much.
  function whereTold(prefixes, term, whole) {
    var scripts = prefixes.filter(function (prefix) {
      var begins = prefix.replace(/\$$/, "");
      return begins === prefix ? term.startsWith(prefix) || (!whole && prefix.startsWith(term)) : whole ? begins === term : begins.startsWith(term);
    });
    if (scripts.length > MOST_SCRIPTS) return Promise.resolve(null);
    return Promise.all(scripts.map(function (prefix) { return timeline.load("words", prefix); })).then(function (all) {
      var told = new Map();
      all.forEach(function (words) {
        Object.keys(words || {}).forEach(function (word) {
          if (whole ? word !== term : !word.startsWith(term)) return;
          words[word].forEach(function (where) {
            var parts = where.split(":"), known = told.get(parts[0]);
            var begins = parts[1] && known !== null ? (known || []).concat(parts[1].match(/../g)) : null;
            told.set(parts[0], begins);
          });
        });
      });
      return told;
    });
  }

  function candidates(index, wanted) {
    if (wanted.nothing) return Promise.resolve([]);
    var asked = wanted.words.map(function (word) { return whereTold(index.prefixes, word, false); })
      .concat(wanted.facets.map(function (facet) { return whereTold(index.prefixes, facet, true); }));
    return Promise.all(asked).then(function (sets) {
      var found = index.stretches.filter(function (stretch) {
        var may = null; // how the ids begin of the events that may tell all of it; null for any
        return sets.every(function (told) {
          if (told === null) return true;
          var begins = told.get(stretch[0]);
          if (begins === undefined) return false;
          if (begins) may = may ? may.filter(function (each) { return begins.includes(each); }) : begins;
          return !may || may.length > 0;
        }) &&
          (!wanted.from || timeline.later(stretch[3], wanted.from) >= 0) && (!wanted.to || timeline.later(wanted.to, stretch[2]) >= 0);
      });
      return wanted.newest ? found.reverse() : found;
    });
  }

  function eventOf(record) {
    return { id: record[0], start: record[1], end: record[2], when: record[3], headline: record[4], page: record[5],
      certainty: record[6], facets: record[7], words: " " + record[8] };
  }

  function row(event, base) {
    var item = document.createElement("li"), link = document.createElement("a");
    var when = document.createElement("span"), what = document.createElement("span"), name = document.createElement("bdi");
    link.href = base + event.page + "#" + event.id;
    when.className = "when";
    when.textContent = event.when;
    what.className = "what";
    name.textContent = event.headline;
    what.append(name);
    link.append(when, " ", what);
    item.append(link);
    return item;
  }

  timeline.search = function (form) {
    var base = timeline.site().root;
    var list = document.querySelector(".results"), more = document.querySelector(".more-results");
    var output = form.querySelector("output"), clear = form.querySelector("button"), noMatch = document.querySelector(".no-match");
    var query = 0, rest = [], found = [], wanted;

    // Goes through stretches in order, some at once, until a page of results is full or enough was looked at.
    function goOn(mine, until, seen) {
      if (mine !== query) return;
      if (!rest.length || found.length >= until || seen >= (found.length ? ENOUGH : MOST)) return show(until);
      var next = rest.splice(0, AT_ONCE);
      Promise.all(next.map(function (stretch) { return timeline.load("events", stretch[0]); })).then(function (all) {
        if (mine !== query) return;
        all.forEach(function (records) {
          var events = (records || []).map(eventOf).filter(function (event) { return timeline.fits(wanted, event); });
          if (wanted.newest) events.reverse();
          found = found.concat(events);
        });
        goOn(mine, until, seen + next.reduce(function (sum, stretch) { return sum + stretch[1]; }, 0));
      });
    }

    function show(until) {
      found.slice(list.children.length, until).forEach(function (event) { list.append(row(event, base)); });
      var left = rest.length > 0 || found.length > list.children.length;
      more.hidden = !left;
      noMatch.hidden = left || found.length > 0;
      output.textContent = timeline.told(output, list.children.length) + (left ? "+" : "");
    }

    function apply() {
      wanted = timeline.wanted(form);
      var mine = ++query;
      timeline.order(wanted.newest);
      timeline.remember(wanted.state);
      document.querySelectorAll(".key, .all-events").forEach(function (each) { each.hidden = wanted.any; });
      document.querySelectorAll(".of-all").forEach(function (each) { each.hidden = !wanted.any; });
      clear.hidden = !wanted.any;
      list.hidden = !wanted.any;
      if (!wanted.any) {
        more.hidden = noMatch.hidden = true;
        output.textContent = "";
        return;
      }
      timeline.load("index", "").then(function (index) { return candidates(index, wanted); }).then(function (stretches) {
        if (mine !== query) return;
        rest = stretches;
        found = [];
        list.replaceChildren();
        goOn(mine, PAGE, 0);
      });
    }

    more.addEventListener("click", function () { goOn(query, list.children.length + PAGE, 0); });
    noMatch.querySelector("button").addEventListener("click", function () { form.reset(); });
    timeline.listen(form, apply);
  };
})();
