// Draws the portal's charts by Chart.js, in the colours of the style sheet, and again when these change.
(() => {
  const charts = new Map();
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const options = (host) => ({
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    interaction: { mode: 'index', intersect: false },
    datasets: { bar: { borderRadius: 3, maxBarThickness: 36, categoryPercentage: 0.86, barPercentage: 0.95 } },
    plugins: {
      legend: { position: 'bottom', align: 'start', labels: { boxWidth: 12, boxHeight: 12, color: colour('--lumo-body-text-color') } },
    },
    scales: {
      x: { stacked: true, grid: { display: false }, border: { color: colour('--portal-chart-line') }, ticks: { color: colour('--lumo-secondary-text-color'), maxRotation: 0, autoSkipPadding: 16 } },
      y: { stacked: true, beginAtZero: true, suggestedMax: 4, border: { display: false }, grid: { color: colour('--portal-chart-line') }, ticks: { precision: 0, color: colour('--lumo-secondary-text-color') } },
    },
    onClick: (event, elements, chart) => {
      const near = chart.getElementsAtEventForMode(event.native, 'nearest', { intersect: true }, false)[0];
      const bar = near || elements[0];
      if (bar) {
        host.dispatchEvent(new CustomEvent('chosen', { detail: { bar: bar.index, series: near ? near.datasetIndex : -1 } }));
      }
    },
  });
  const draw = (host, data) => {
    const known = charts.get(host);
    if (known) {
      known.chart.destroy();
    }
    Chart.defaults.font.family = getComputedStyle(host).fontFamily;
    const datasets = data.series.map((one) => ({ label: one.name, data: one.values, backgroundColor: colour(one.colour) }));
    const chart = new Chart(host.querySelector('canvas'), { type: 'bar', data: { labels: data.bars, datasets }, options: options(host) });
    charts.set(host, { chart, data });
  };
  const again = () => {
    for (const [host, known] of charts) {
      if (host.isConnected) {
        draw(host, known.data);
      } else {
        known.chart.destroy();
        charts.delete(host);
      }
    }
  };
  new MutationObserver(again).observe(document.documentElement, { attributes: true, attributeFilter: ['theme'] });
  window.semblanceCharts = { bars: draw };
})();
