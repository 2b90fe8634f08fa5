// Opened from a search (#q=…): what marks the words in the text is fetched only then. Where it lives is told
// on this script's own element.
(() => {
  const { marks, marksSheet } = document.currentScript.dataset;
  if (!marks || !location.hash.startsWith("#q=")) return;
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = marksSheet;
  const script = document.createElement("script");
  script.src = marks;
  document.head.append(sheet, script);
})();
