// Runs before the first paint: what the reader chose last time (tools.js) is set on <html> at once.
try {
  const chosen = JSON.parse(localStorage.getItem("reading") || "{}");
  for (const name of ["scheme", "size", "face", "mode"]) {
    if (chosen[name]) document.documentElement.dataset[name] = chosen[name];
  }
} catch { /* no storage: the page as it is */ }
