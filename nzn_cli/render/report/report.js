"use strict";
// One page over one block of data. Nothing of a document is ever parsed as HTML: all text goes in as text nodes.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const main = document.getElementById("main");
  const MORE = 100;
  const DOC = { id: 0, title: 1, date: 2, url: 3, path: 4, credits: 5, words: 6 };
  const parts = [
    ["", "Overview"], ["timeline", "Timeline"], ["people", "People"], ["names", "Organisations and more"],
    ["network", "Who with whom"], ["quotes", "Quotations"], ["trends", "Over time"], ["documents", "Documents"],
  ];

  // ---- making elements ----

  const NS = "http://www.w3.org/2000/svg";
  function fill(node, attributes, children) {
    for (const [name, value] of Object.entries(attributes || {})) {
      if (name === "click") node.addEventListener("click", value);
      else if (name === "change") node.addEventListener("change", value);
      else if (value === true) node.setAttribute(name, "");
      else if (value !== null && value !== undefined && value !== false) node.setAttribute(name, value);
    }
    for (const child of children.flat(Infinity)) {
      if (child !== null && child !== undefined && child !== false && child !== "") node.append(child);
    }
    return node;
  }
  const make = (tag, attributes, ...children) => fill(document.createElement(tag), attributes, children);
  const draw = (tag, attributes, ...children) => fill(document.createElementNS(NS, tag), attributes, children);
  const link = (to, ...children) => make("a", { href: "#/" + to }, ...children);
  const number = (n) => n.toLocaleString("en");
  const many = (n, one, more) => `${number(n)} ${n === 1 ? one : more || one + "s"}`;

  function web(url, text) {
    // an address of a document is a link only where it is one of the web
    return /^https?:\/\//i.test(url) ? make("a", { href: url, rel: "noreferrer noopener" }, text) : text;
  }

  function more(items, row, list, whole) {
    // puts items into a list, a hundred at a time; `whole` is what the list is a part of
    let shown = 0;
    const button = make("button", { type: "button", click: () => next(true) });
    const box = make("div", {}, whole || list, button);
    function next(byHand) {
      const from = shown;
      for (const item of items.slice(shown, shown + MORE)) list.append(row(item));
      shown = Math.min(items.length, shown + MORE);
      button.textContent = `${number(items.length - shown)} more`;
      button.hidden = shown >= items.length;
      const first = byHand && list.children[from] && list.children[from].querySelector("a");
      if (first) first.focus();
    }
    next(false);
    return box;
  }

  function table(caption, heads, items, row) {
    const body = make("tbody");
    const whole = make("table", {}, make("caption", {}, caption),
      make("thead", {}, make("tr", {}, heads.map(([name, kind]) => make("th", { scope: "col", class: kind || null }, name)))), body);
    const line = (item) => make("tr", {}, row(item).map((cell, i) => make("td", { class: heads[i][1] || null }, cell)));
    return more(items, line, body, make("div", { class: "scroll" }, whole));
  }

  // ---- documents and the places in them ----

  const titleOf = (doc) => data.docs[doc][DOC.title] || data.docs[doc][DOC.id];
  const dated = (doc) => data.docs[doc][DOC.date] || "undated";
  const text = (doc) => (data.texts ? data.texts[doc] : null);

  function letters(whole) {
    // offsets count characters; a character outside the basic plane is two units of a JavaScript string
    if (!/[\ud800-\udbff]/.test(whole)) return (from, to) => whole.slice(from, to);
    const each = Array.from(whole);
    return (from, to) => each.slice(from, to).join("");
  }

  function source(doc, from, to) {
    const place = from === null || from === undefined ? `doc/${doc}` : `doc/${doc}/${from}/${to}`;
    return make("p", { class: "quiet" }, dated(doc), " · ", link(place, titleOf(doc)));
  }

  function around(doc, from, to) {
    // the words at a place, with what stands around them in their sentence
    const whole = text(doc);
    if (whole === null || from === null) return null;
    const cut = letters(whole);
    const before = cut(Math.max(0, from - 240), from).split(/(?<=[.!?]["”’]?)\s+|\n\s*\n/).pop().replace(/\s+/g, " ");
    const after = cut(to, to + 240).split(/(?<=[.!?]["”’]?)\s|\n\s*\n/)[0].replace(/\s+/g, " ");
    return make("p", {}, before, make("mark", {}, cut(from, to).replace(/\s+/g, " ")), after);
  }

  // ---- views ----

  function overview() {
    const first = data.docs.map((d) => d[DOC.date]).filter(Boolean).sort();
    return ["Overview",
      make("dl", { class: "numbers" }, [
        ["documents", data.docs.length], ["people", data.totals.people], ["organisations and more", data.totals.names],
        ["dated events", data.totals.events], ["quotations", data.totals.quotes],
      ].map(([name, n]) => make("div", {}, make("dt", {}, name), make("dd", {}, number(n))))),
      first.length ? make("p", {}, `Published from ${first[0]} to ${first[first.length - 1]}.`) : null,
      histogram(spans(["published"]), ["published"], null),
      make("h3", {}, "Most often named"),
      make("ul", { class: "inline" }, data.people.slice(0, 12).map((p, i) => make("li", {}, link(`person/${i}`, p[0]), ` ${number(p[3])}`))),
      make("ul", { class: "inline" }, data.names.slice(0, 12).map((n, i) => make("li", {}, link(`name/${i}`, n[0]), ` ${number(n[3])}`))),
      data.texts ? null : make("p", { class: "quiet" }, "The texts are not in this file: each document leads to where it is."),
      data.cut.length ? make("p", { class: "quiet" }, `In this file are ${data.cut.join("; ")}.`) : null,
    ];
  }

  const KINDS = { published: "publications", mentioned: "dates that texts speak of", said: "quotations" };
  function spans(kinds) {
    // [first day, last day, kind, number] of all that has a date
    const found = [];
    if (kinds.includes("published")) data.docs.forEach((d, i) => d[DOC.date] && found.push([d[DOC.date], d[DOC.date], "published", i]));
    if (kinds.includes("mentioned")) data.events.forEach((e, i) => found.push([e[0], e[1], "mentioned", i]));
    if (kinds.includes("said")) data.quotes.forEach((q, i) => { const day = data.docs[q[5]][DOC.date]; if (day) found.push([day, day, "said", i]); });
    return found;
  }

  const LENGTHS = [10, 7, 4, 3, 2]; // letters of an ISO day that are a day, month, year, decade, century
  function bucketsOf(items, unit) {
    const counts = new Map();
    for (const [from, , kind] of items) {
      const key = from.slice(0, unit);
      if (!counts.has(key)) counts.set(key, { published: 0, mentioned: 0, said: 0 });
      counts.get(key)[kind] += 1;
    }
    return counts;
  }
  function following(key) {
    if (key.length < 5) return String(Number(key) + 1).padStart(key.length, "0");
    const day = new Date(key.length === 7 ? key + "-01T00:00:00Z" : key + "T00:00:00Z");
    if (key.length === 7) day.setUTCMonth(day.getUTCMonth() + 1); else day.setUTCDate(day.getUTCDate() + 1);
    return day.toISOString().slice(0, key.length);
  }
  function histogram(items, kinds, zoom) {
    if (!items.length) return make("p", { class: "quiet" }, "Nothing here has a date.");
    let unit = LENGTHS[LENGTHS.length - 1], counts = bucketsOf(items, unit);
    for (const finer of LENGTHS) {
      const keys = items.map((item) => item[0].slice(0, finer)).sort();
      let n = 1;
      for (let key = keys[0]; key < keys[keys.length - 1] && n <= 62; key = following(key)) n += 1;
      if (n <= 62) { unit = finer; counts = bucketsOf(items, unit); break; }
    }
    const keys = [...counts.keys()].sort(), all = [];
    for (let key = keys[0]; key <= keys[keys.length - 1] && all.length < 200; key = following(key)) all.push(key);
    const most = Math.max(...[...counts.values()].map((c) => kinds.reduce((sum, kind) => sum + c[kind], 0)));
    const wide = Math.max(320, Math.min(1056, main.clientWidth - 32)), high = 220, foot = 24, step = wide / all.length;
    const bars = all.map((key, i) => {
      const count = counts.get(key), label = unit < 4 ? key + "0".repeat(4 - unit) + "s" : key;
      if (!count) return null;
      let top = high - foot;
      const boxes = kinds.map((kind) => {
        const tall = (count[kind] / most) * (high - foot - 10);
        top -= tall;
        return draw("rect", { class: kind, x: i * step + step * 0.1, y: top, width: step * 0.8, height: tall });
      });
      const told = `${label}: ${kinds.filter((kind) => count[kind]).map((kind) => `${number(count[kind])} ${KINDS[kind]}`).join(", ")}`;
      const hit = draw("rect", { class: "hit", x: i * step, y: 0, width: step, height: high - foot });
      const shown = [draw("title", {}, told), hit, boxes];
      return draw("a", { href: `#/timeline/${kinds.join(",")}/${key}`, "aria-label": told }, shown);
    });
    const every = Math.ceil(all.length / (wide / (unit > 4 ? 90 : 50)));
    const marks = all.map((key, i) => (i % every ? null : draw("text", { x: i * step + 2, y: high - 7 }, unit < 4 ? key + "0".repeat(4 - unit) + "s" : key)));
    return make("figure", {}, draw("svg", { viewBox: `0 0 ${wide} ${high}`, role: "group", "aria-label": "How many, by time; each bar leads to what is in it" }, bars, marks));
  }

  function timeline(chosen, zoom) {
    const kinds = (chosen ? chosen.split(",") : Object.keys(KINDS)).filter((kind) => KINDS[kind]);
    const inside = spans(kinds).filter(([from]) => !zoom || from.startsWith(zoom));
    inside.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0));
    const boxes = Object.entries(KINDS).map(([kind, name]) => make("label", { class: kind }, make("input", {
      type: "checkbox", checked: kinds.includes(kind), change: (event) => {
        const now = Object.keys(KINDS).filter((one) => (one === kind ? event.target.checked : kinds.includes(one)));
        location.hash = `#/timeline/${now.join(",") || "none"}/${zoom || ""}`;
      } }), " ", name));
    const out = zoom ? [link(`timeline/${kinds.join(",")}`, "All years"), zoom.length > 4 ? link(`timeline/${kinds.join(",")}/${zoom.slice(0, zoom.length > 7 ? 7 : 4)}`, "One step out") : null] : null;
    return ["Timeline", make("div", { class: "tools" }, boxes, out), zoom ? make("p", {}, `In ${zoom.length < 4 ? zoom + "0".repeat(4 - zoom.length) + "s" : zoom}:`) : null,
      histogram(inside, kinds, zoom),
      more(inside, ([from, to, kind, i]) => {
        const date = make("strong", { class: kind }, from === to ? from : `${from} – ${to}`);
        if (kind === "published") return make("li", {}, date, " ", link(`doc/${i}`, titleOf(i)));
        if (kind === "said") return make("li", {}, date, said(data.quotes[i]));
        const event = data.events[i];
        return make("li", {}, date, around(event[3], event[4], event[5]) || make("p", {}, event[2]), source(event[3], event[4], event[5]));
      }, make("ol", { class: "items" }))];
  }

  function said(quote) {
    const [person, spoken, role, , words, doc, from, to, page] = quote;
    const who = person === null ? spoken || "somebody" : link(`person/${person}`, data.people[person][0]);
    return [make("blockquote", {}, make("p", {}, words)), make("p", {}, "— ", who, role ? `, ${role}` : "", page ? `, p. ${page}` : ""), source(doc, from, to)];
  }

  const rolesOf = (person) => person[2].map(([role, where, former, first, last]) =>
    `${former ? "former " : ""}${role}${where && !role.includes(where) ? ` (${where})` : ""}${first ? `, ${first === last ? first : `${first} – ${last}`}` : ""}`);

  function people() {
    return ["People", table(`${many(data.people.length, "person", "people")}, those in most documents first`,
      [["Name", ""], ["Roles", ""], ["Documents", "number"], ["First", "date"], ["Last", "date"]],
      data.people.map((person, i) => [person, i]),
      ([person, i]) => [link(`person/${i}`, person[0]), rolesOf(person).slice(0, 2).join("; "), number(person[3]), person[5] || "", person[6] || ""])];
  }

  function person(i) {
    const one = data.people[i];
    if (!one) return missing();
    const quotes = data.quotes.filter((quote) => quote[0] === i);
    return [one[0],
      one[1] !== one[0] ? make("p", { class: "quiet" }, one[1]) : null,
      make("ul", {}, rolesOf(one).map((role) => make("li", {}, role))),
      beside("p", i),
      quotes.length ? [make("h3", {}, many(quotes.length, "quotation")), more(quotes, (quote) => make("li", {}, said(quote)), make("ol", { class: "items" }))] : null,
      make("h3", {}, many(one[3], "document")), documentList(one[7])];
  }

  function names() {
    return ["Organisations and more", table(`${many(data.names.length, "name")}, those in most documents first`,
      [["Name", ""], ["Kind", ""], ["Short forms", ""], ["Documents", "number"], ["First", "date"], ["Last", "date"]],
      data.names.map((name, i) => [name, i]),
      ([name, i]) => [link(`name/${i}`, name[0]), name[1], name[2].join(", "), number(name[3]), name[5] || "", name[6] || ""])];
  }

  function name(i) {
    const one = data.names[i];
    if (!one) return missing();
    return [one[0], make("p", { class: "quiet" }, one[1], one[2].length ? ` · ${one[2].join(", ")}` : ""), beside("n", i), make("h3", {}, many(one[3], "document")), documentList(one[7])];
  }

  function beside(kind, i) {
    // who and what is named in the same documents, as far as the network has it
    const at = data.network.nodes.findIndex((node) => node[0] === kind && node[1] === i);
    const found = data.network.edges.filter((edge) => edge[0] === at || edge[1] === at).sort((a, b) => b[2] - a[2]).slice(0, 12);
    return found.length ? [make("h3", {}, "Named in the same documents"), make("ul", { class: "inline" }, found.map((edge) => {
      const [other, j] = data.network.nodes[edge[0] === at ? edge[1] : edge[0]];
      return make("li", {}, nodeLink(other, j), ` ${number(edge[2])}`);
    }))] : null;
  }
  const nodeLink = (kind, i) => (kind === "p" ? link(`person/${i}`, data.people[i][0]) : link(`name/${i}`, data.names[i][0]));

  function documentList(docs) {
    return more(docs, (doc) => make("li", {}, dated(doc), " · ", link(`doc/${doc}`, titleOf(doc))), make("ol", { class: "items" }));
  }

  function network() {
    const { nodes, edges } = data.network;
    if (!nodes.length) return ["Who with whom", make("p", {}, "No two people or organisations share documents.")];
    const most = Math.max(1, ...edges.map((edge) => edge[2]));
    const lines = edges.map(([a, b, n]) => draw("line", { x1: nodes[a][2], y1: nodes[a][3], x2: nodes[b][2], y2: nodes[b][3], "stroke-width": 0.5 + 5 * (n / most) }));
    const dots = nodes.map(([kind, i, x, y], at) => {
      const one = kind === "p" ? data.people[i] : data.names[i];
      const name = kind === "p" ? one[0] : one[2].find((short) => short === short.toUpperCase()) || one[0], label = name.length > 28 ? name.slice(0, 27) + "…" : name;
      const dot = draw("a", { href: kind === "p" ? `#/person/${i}` : `#/name/${i}`, "aria-label": `${label}${label === one[0] ? "" : `: ${one[0]}`}, ${many(one[3], "document")}` },
        draw("title", {}, `${one[0]}: ${many(one[3], "document")}`),
        draw("circle", { class: kind === "p" ? "person" : "name", cx: x, cy: y, r: Math.round(4 + Math.min(10, Math.sqrt(one[3]))) }),
        draw("text", { x: x + 8, y: y - 7 }, label));
      const near = new Set(edges.flatMap(([a, b]) => (a === at ? [b] : b === at ? [a] : [])));
      const fade = (on) => {
        dots.forEach((other, j) => other.classList.toggle("far", on && j !== at && !near.has(j)));
        lines.forEach((line, j) => line.classList.toggle("far", on && edges[j][0] !== at && edges[j][1] !== at));
      };
      for (const [event, on] of [["mouseenter", true], ["focus", true], ["mouseleave", false], ["blur", false]]) dot.addEventListener(event, () => fade(on));
      return dot;
    });
    const rows = [...edges].sort((a, b) => b[2] - a[2]);
    return ["Who with whom",
      make("p", {}, "The people and organisations of most documents; a line joins those that share documents, thicker for more."),
      draw("svg", { viewBox: "0 0 1000 700", role: "group", "aria-label": "Network; the table below says the same" }, lines, dots),
      table("The same as a table", [["Who or what", ""], ["with", ""], ["Documents", "number"], ["First", "date"], ["Last", "date"]], rows,
        ([a, b, n, first, last]) => [nodeLink(nodes[a][0], nodes[a][1]), nodeLink(nodes[b][0], nodes[b][1]), number(n), first || "", last || ""])];
  }

  function quotes(who) {
    const counts = new Map();
    for (const quote of data.quotes) if (quote[0] !== null) counts.set(quote[0], (counts.get(quote[0]) || 0) + 1);
    const speakers = [...counts].sort((a, b) => b[1] - a[1]);
    const found = data.quotes.filter((quote) => who === undefined || who === "" || quote[0] === Number(who));
    const choose = make("select", { id: "speaker", change: (event) => { location.hash = `#/quotes/${event.target.value}`; } },
      make("option", { value: "" }, "everybody"),
      speakers.map(([i, n]) => make("option", { value: i, selected: String(i) === who }, `${data.people[i][0]} (${n})`)));
    return ["Quotations", make("div", { class: "tools" }, make("label", { for: "speaker" }, "By "), choose),
      make("p", { class: "quiet" }, many(found.length, "quotation")),
      more(found, (quote) => make("li", {}, said(quote)), make("ol", { class: "items" }))];
  }

  function byYear(docs) {
    const counts = new Map();
    for (const doc of docs) { const day = data.docs[doc][DOC.date]; if (day) counts.set(day.slice(0, 4), (counts.get(day.slice(0, 4)) || 0) + 1); }
    return counts;
  }
  function trends(words) {
    const years = [...byYear(data.docs.keys()).keys()].sort();
    const all = years.length ? Array.from({ length: Number(years[years.length - 1]) - Number(years[0]) + 1 }, (_, i) => String(Number(years[0]) + i)) : [];
    const rows = [...data.names.slice(0, 20).map((one, i) => [link(`name/${i}`, one[0]), byYear(one[7])]), ...data.people.slice(0, 20).map((one, i) => [link(`person/${i}`, one[0]), byYear(one[7])])];
    const form = data.texts ? make("form", { class: "tools" }, make("label", { for: "term" }, "A word of the texts "), make("input", { id: "term", type: "search", value: words || "" }), make("button", {}, "Show")) : null;
    if (form) form.addEventListener("submit", (event) => { event.preventDefault(); location.hash = `#/trends/${encodeURIComponent(form.elements[0].value)}`; });
    if (words && data.texts) {
      const wanted = words.toLowerCase();
      rows.unshift([`“${words}”`, byYear([...data.docs.keys()].filter((doc) => (text(doc) || "").toLowerCase().includes(wanted)))]);
    }
    const line = (counts) => {
      const most = Math.max(1, ...counts.values()), step = 300 / Math.max(1, all.length);
      return draw("svg", { viewBox: "0 0 300 30", role: "img", "aria-label": all.filter((year) => counts.get(year)).map((year) => `${year}: ${counts.get(year)}`).join(", ") || "none" },
        all.map((year, i) => { const tall = ((counts.get(year) || 0) / most) * 28; return draw("rect", { class: "published", x: i * step, y: 30 - tall, width: Math.max(0.5, step - 1), height: tall }, draw("title", {}, `${year}: ${counts.get(year) || 0}`)); }));
    };
    return ["Over time", form, table(all.length ? `Documents a year, ${all[0]} to ${all[all.length - 1]}; each row is as high as its own most` : "No document is dated", [["Named", ""], ["By year", ""], ["Most in a year", "number"]], rows,
      ([what, counts]) => [what, line(counts), number(Math.max(0, ...counts.values()))])];
  }

  function documents() {
    return ["Documents", table(many(data.docs.length, "document"), [["Date", "date"], ["Title", ""], ["Credited", ""], ["Words", "number"]],
      data.docs.map((doc, i) => [doc, i]),
      ([doc, i]) => [doc[DOC.date] || "", link(`doc/${i}`, titleOf(i)), doc[DOC.credits].join(", "), number(doc[DOC.words])])];
  }

  function shown(i, from, to) {
    const doc = data.docs[i];
    if (!doc) return missing();
    const whole = text(i);
    let body = null;
    if (whole !== null) {
      const cut = letters(whole), start = from === undefined ? 0 : Number(from), end = to === undefined ? 0 : Number(to);
      body = make("div", { class: "text" }, cut(0, start), end > start ? make("mark", { id: "place", tabindex: "-1" }, cut(start, end)) : null, cut(end, Infinity));
    }
    return [titleOf(i),
      make("p", { class: "quiet" }, [dated(i), doc[DOC.credits].join(", "), doc[DOC.id]].filter(Boolean).join(" · ")),
      make("p", {}, doc[DOC.url] ? [web(doc[DOC.url], doc[DOC.url]), " "] : null, make("span", { class: "quiet" }, doc[DOC.path])),
      body || make("p", { class: "quiet" }, "The text is not in this file.")];
  }

  function search(typed) {
    const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
    const has = (...texts) => { const all = texts.join(" ").toLowerCase(); return words.length && words.every((word) => all.includes(word)); };
    const docs = [...data.docs.keys()].filter((doc) => has(titleOf(doc), data.docs[doc][DOC.id], text(doc) || ""));
    const persons = data.people.map((one, i) => [one, i]).filter(([one]) => has(one[0], one[1], rolesOf(one).join(" ")));
    const things = data.names.map((one, i) => [one, i]).filter(([one]) => has(one[0], one[2].join(" ")));
    const spoken = data.quotes.filter((quote) => has(quote[4]));
    const part = (head, items, row) => (items.length ? [make("h3", {}, `${head}: ${number(items.length)}`), more(items, row, make("ol", { class: "items" }))] : null);
    return [`Search: ${typed}`,
      docs.length + persons.length + things.length + spoken.length ? null : make("p", {}, "Nothing has all of these words."),
      part("People", persons, ([one, i]) => make("li", {}, link(`person/${i}`, one[0]), " ", make("span", { class: "quiet" }, rolesOf(one)[0] || ""))),
      part("Organisations and more", things, ([one, i]) => make("li", {}, link(`name/${i}`, one[0]), " ", make("span", { class: "quiet" }, one[1]))),
      part("Documents", docs, (doc) => {
        const at = words.length ? (text(doc) || "").toLowerCase().indexOf(words[0]) : -1;
        const whole = text(doc) || "", before = Array.from(whole.slice(0, at)).length;
        return make("li", {}, dated(doc), " · ", link(at < 0 ? `doc/${doc}` : `doc/${doc}/${before}/${before + Array.from(words[0]).length}`, titleOf(doc)),
          at < 0 ? null : around(doc, before, before + Array.from(words[0]).length));
      }),
      part("Quotations", spoken, (quote) => make("li", {}, said(quote)))];
  }

  const missing = () => ["Not here", make("p", {}, "This page has no such part.")];

  // ---- which view ----

  const views = { "": overview, timeline, people, person: (i) => person(Number(i)), names, name: (i) => name(Number(i)), network, quotes, trends, documents, doc: (i, from, to) => shown(Number(i), from, to), search };
  const within = { person: "people", name: "names", doc: "documents" };
  function show(focus) {
    let words = ["not here"];
    try { words = location.hash.replace(/^#\/?/, "").split("/").map(decodeURIComponent); } catch { /* no address of ours */ }
    const [view, ...rest] = words;
    const make_ = Object.hasOwn(views, view) ? views[view] : missing;
    const [title, ...body] = make_(...rest);
    const head = make("h2", { tabindex: "-1" }, title);
    main.replaceChildren(head, ...body.flat(Infinity).filter((part) => part));
    document.getElementById("parts").replaceChildren(...parts.map(([to, label]) => make("li", {}, make("a", { href: "#/" + to, "aria-current": (within[view] || view) === to ? "page" : null }, label))));
    const place = document.getElementById("place");
    if (place) { place.scrollIntoView({ block: "center" }); place.focus({ preventScroll: true }); } else if (focus) { head.focus(); }
  }
  document.getElementById("search").addEventListener("submit", (event) => {
    event.preventDefault();
    location.hash = `#/search/${encodeURIComponent(document.getElementById("words").value)}`;
  });
  window.addEventListener("hashchange", () => show(true));
  show(false);
})();
