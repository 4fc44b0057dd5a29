// What the pages do besides what htmx does: the picture of a balance is one that can be looked into, feeds do not grow
// for ever, and whoever looks is told when nothing comes any more.
(() => {
  "use strict";

  const color = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  // Of an axis: from how many seconds on, what each mark says, and what the first mark of another day says besides.
  const DAY = "\n{YYYY}-{MM}-{DD}";
  const MARKS = [
    [31536000, "{YYYY}", null, null, null, null, null, null, 1],
    [2419200, "{YYYY}-{MM}", null, null, null, null, null, null, 1],
    [86400, "{MM}-{DD}", "\n{YYYY}", null, null, null, null, null, 1],
    [60, "{HH}:{mm}", DAY, null, DAY, null, null, null, 1],
    [1, "{HH}:{mm}:{ss}", DAY, null, DAY, null, null, null, 1],
    [0.001, "{ss}.{fff}", "\n{YYYY}-{MM}-{DD} {HH}:{mm}", null, null, null, "\n{HH}:{mm}", null, 1],
  ];

  function draw(figure) {
    const svg = figure.querySelector("svg");
    if (svg === null || typeof uPlot === "undefined") {
      return;
    }
    const times = JSON.parse(figure.dataset.times);
    const values = JSON.parse(figure.dataset.values);
    const axis = { stroke: color("--faint"), grid: { stroke: color("--line"), width: 1 }, ticks: { stroke: color("--line"), width: 1 } };
    const place = document.createElement("div");
    place.setAttribute("role", "img");
    place.setAttribute("aria-label", svg.getAttribute("aria-label"));
    svg.replaceWith(place);
    const size = () => ({ width: Math.max(200, figure.clientWidth), height: 220 });
    const plot = new uPlot(
      {
        ...size(),
        tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1e3), "Etc/UTC"),
        scales: { y: { range: (self, low, high) => uPlot.rangeNum(Math.min(0, low), Math.max(0, high), 0.1, true) } },
        axes: [{ ...axis, values: MARKS }, { ...axis, size: 80 }],
        series: [
          { label: "Time", value: "{YYYY}-{MM}-{DD} {HH}:{mm}:{ss}" },
          { label: figure.dataset.unit, stroke: color("--accent"), fill: `${color("--accent")}20`, width: 2, paths: uPlot.paths.stepped({ align: 1 }), points: { show: times.length < 40 } },
        ],
      },
      [times, values],
      place,
    );
    new ResizeObserver(() => plot.setSize(size())).observe(figure);
  }

  function prune(rows) {
    while (rows.children.length > Number(rows.dataset.most)) {
      rows.lastElementChild.remove();
    }
  }

  function tell(event, text) {
    const state = event.target.closest("[data-live]")?.querySelector("[data-live-state]");
    if (state !== null && state !== undefined) {
      state.hidden = text === "";
      state.textContent = text;
    }
  }

  htmx.onLoad((content) => {
    content.querySelectorAll("[data-chart]").forEach(draw);
    if (content.matches?.("[data-chart]")) {
      draw(content);
    }
  });
  document.addEventListener("htmx:sseMessage", () => document.querySelectorAll("[data-most]").forEach(prune));
  document.addEventListener("htmx:sseOpen", (event) => tell(event, ""));
  // A connection ends every minute and is begun again at once, which is nothing to tell.
  document.addEventListener("htmx:sseError", (event) => {
    const source = event.detail.source;
    setTimeout(() => {
      if (source.readyState !== EventSource.OPEN) {
        tell(event, "What is shown here does not change any more: the connection is lost, and is tried again.");
      }
    }, 5000);
  });
})();
