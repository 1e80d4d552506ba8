// A timeline in somebody else's page: in a frame, or as <event-timeline>. Without it the list stands as it is.
(() => {
  "use strict";
  if (window.eventTimelineData) return;
  const NAMES = ["from", "to", "topic", "entity", "source", "certainty", "text", "key-events"], known = {}, waiting = {};

  // What a script of events says; data comes as scripts, since a sandboxed frame may fetch nothing.
  window.eventTimelineData = data => {
    data.base = new URL(data.root, document.currentScript.src).href;
    waiting[document.currentScript.src](data);
  };
  const load = page => {
    const address = new URL(page.replace(/(\.html|\.js)?([?#].*)?$/, ".js"), document.baseURI).href;
    return known[address] ||= new Promise((done, failed) => {
      waiting[address] = done;
      document.head.append(made("script", { src: address, onerror: failed }));
    });
  };

  // Days as numbers, years before 1 too; the end of a month or year that is named without a day.
  const day = (text, rest) => {
    const parts = /^Y?(-?\d+)(?:-(\d\d))?(?:-(\d\d))?/.exec(text);
    return parts ? parts[1] * 400 + (parts[2] || (rest && 12) || 1) * 32 + +(parts[3] || (rest && 31) || 1) : 0;
  };
  const plain = text => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");

  // The events that an address asks for, by the names of the site's filter.
  const select = (events, query) => {
    const one = name => query.get(name), words = plain(one("text") || "").match(/[\p{L}\p{N}]+/gu) || [], number = one("key-events") || one("limit");
    const found = events.filter(event => {
      const told = " " + plain([event.headline, ...event.when.map(piece => piece[0]), ...event.facets.map(each => each.slice(2))].join(" ")).replace(/[^\p{L}\p{N}]+/gu, " ");
      return (!one("event") || event.id === one("event")) &&
        (!one("certainty") || query.getAll("certainty").includes(event.certainty)) &&
        (!one("from") || day(event.end) >= day(one("from"))) && (!one("to") || day(event.start) <= day(one("to"), true)) &&
        ["topic", "entity", "source"].every(name => !one(name) || query.getAll(name).some(each => event.facets.includes(name[0] + ":" + each))) &&
        words.every(word => told.includes(" " + word));
    });
    const best = number ? [...found].sort((a, b) => a.rank - b.rank).slice(0, +number) : found;
    return found.filter(event => best.includes(event));
  };

  // What a page has of what is asked for: from its own data, or where that does not hold all, from the topics or else
  // the years that do and have data of their own.
  const choose = async (page, query) => {
    const data = await load(page), said = data.words, whole = each => each.events.length === each.of, one = name => query.get(name);
    const topics = query.getAll("topic"), files = topics.map(each => data.topics?.[each]);
    const parts = whole(data) || !data.topics ? [] : topics[0] && files.every(Boolean) ? files : !one("from") && !one("to") ? [] :
      data.years.filter(each => day(each, true) >= day(one("from") || "-9999") && day(each) <= day(one("to") || "9999", true)).map(each => "years/" + each);
    const sets = parts[0] && !parts[20] ? await Promise.all(parts.map(each => load(data.base + "embed/" + each).catch(() => data))) : [data], held = {};
    sets.forEach(each => each.events.forEach(event => held[event.id] = { ...event, article: each.articles[event.newest] }));
    const all = Object.values(held).sort((a, b) => day(a.start) - day(b.start)), events = select(all, query);
    const told = NAMES.filter(one).map(name => said.labels[name] + ": " + query.getAll(name).map(each => name === "certainty" && said[each] || each).join(", "));
    told.push(events.length < data.of ? data.shown.replace("{shown}", events.length) : data.count);
    if (!sets.every(whole) && [...NAMES.slice(0, 7), "event"].some(one)) told.push(said.among.replace("{held}", all.length));
    if (!events[0]) told.push(said.nothing);
    return { data, events, count: told.join(" · "), asOf: events.map(event => event.article).sort().pop()?.[1] };
  };

  const made = (name, looks) => Object.assign(document.createElement(name), looks);
  const item = (event, base) => {
    const li = made("li", { id: event.id, className: event.certainty }), date = made("span", { className: "when" });
    date.append(...event.when.map(([textContent, dateTime]) => dateTime ? made("time", { textContent, dateTime }) : textContent));
    const link = made("a", { textContent: event.headline, href: base + event.page + "#" + event.id, target: "_blank", rel: "noopener", lang: event.language, dir: "auto" });
    li.append(date, " ", link, " ", made("span", { textContent: event.told }));
    return li;
  };
  const fill = (box, { data, events, count, asOf }) => {
    const told = (place, words) => Object.assign(box.querySelector(place), { textContent: words });
    told("ol", "").append(...events.map(event => item(event, data.base)));
    told(".count", count);
    told(".as-of", asOf);
  };
  const asked = query => [...NAMES, "event", "limit"].some(name => query.get(name));
  Object.assign(window.eventTimeline ||= {}, { loadPart: load, choosePart: choose, names: NAMES });

  const frame = root => {
    const query = new URLSearchParams(location.search), box = document.body;
    if (/^(light|dark)$/.test(query.get("theme"))) root.dataset.theme = query.get("theme");
    const go = id => {
      const target = document.getElementById(id);
      document.querySelector(".here")?.classList.remove("here");
      target?.classList.add("here");
      target?.scrollIntoView({ block: "nearest" });
    };
    addEventListener("message", said => {
      if (said.source === parent && said.data?.type === "event-timeline:goto") go(said.data.id);
    });
    if (asked(query)) choose(root.dataset.embed, query).then(found => {
      fill(box, found);
      go(location.hash.slice(1));
    }, () => {});
    go(location.hash.slice(1));
    new ResizeObserver(() => parent.postMessage({ type: "event-timeline:height", version: 1, height: Math.ceil(box.getBoundingClientRect().height) }, "*")).observe(box);
  };

  const LOOKS = ".tl{all:initial;display:block;font:16px/1.5 system-ui,sans-serif;color:#1b1f24;background:#fff;padding:.5rem 1rem;border:1px solid #d0d7de}p{margin:.3rem 0}ol{list-style:none;margin:0;padding:0}li{margin:.6rem 0;padding-inline-start:1.4rem;position:relative}li::before{content:'';position:absolute;inset-inline-start:.1rem;top:.45rem;width:.5rem;height:.5rem;border:2px solid;border-radius:50%;color:#0b5fa5;background:currentColor}.inferred::before{color:#8a5a00;background:none}.vague::before{color:#b3261e;background:none;border-style:dashed}span,.end{color:#57606a;font-size:14px}.when{display:block}a{color:inherit;text-decoration-color:#d0d7de}@media(prefers-color-scheme:dark){.tl:not(.light){color:#e6edf3;background:#14171b;border-color:#3d444d}.tl:not(.light) :is(span,.end){color:#9da7b1}}";

  // The children of the element, the plain list, are shown in styles that those of the page do not reach.
  customElements.define("event-timeline", class extends HTMLElement {
    connectedCallback() {
      if (this.shadowRoot) return;
      if (document.readyState === "loading") return addEventListener("DOMContentLoaded", () => this.connectedCallback());
      const box = made("div", { className: "tl " + (this.getAttribute("theme") || "") }), sheet = new CSSStyleSheet(), shadow = this.attachShadow({ mode: "open" }), source = this.getAttribute("src");
      box.append(...[...this.childNodes].map(each => each.cloneNode(true)));
      sheet.replaceSync(LOOKS);
      shadow.adoptedStyleSheets = [sheet];
      shadow.append(box);
      if (source) load(source).then(async data => {
        const query = new URL(source, document.baseURI).searchParams;
        if (!asked(query)) query.set("limit", data.most);
        const found = await choose(source, query);
        box.innerHTML = data.shape;
        box.querySelector("a").href = data.base + data.site;
        fill(box, found);
      }).catch(() => {});
    }
  });

  if (document.documentElement.dataset.embed) frame(document.documentElement);
})();
