// Runs before the first paint: what the reader chose last time (1-reading.js) is set on <html> at once,
// and data-script tells the style sheet that what needs a script may be shown, so that nothing moves later.
(function (root) {
  root.dataset.script = "on";
  try {
    var chosen = JSON.parse(localStorage.getItem("reading")) || {};
    ["scheme", "size", "face", "mode"].forEach(function (name) {
      if (chosen[name]) root.dataset[name] = chosen[name];
    });
  } catch (fault) { /* no storage, or not ours: the page as it is */ }
})(document.documentElement);
