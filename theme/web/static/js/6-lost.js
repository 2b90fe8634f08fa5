// 404: the words of the lost address stand in the box as what may be looked for (/tag/湿地/ → 湿地).
(() => {
  const box = document.querySelector(".lost .ask-box");
  if (!box || box.value) return;
  const plainly = (part) => {
    try { return decodeURIComponent(part).replace(/\.\w+$/, ""); } catch { return ""; } // as old sites wrote GBK
  };
  // Pinyin and numbers are names of files; words have Han in them. The last is the most particular.
  const words = location.pathname.split("/").map(plainly).filter((part) => /[\u3400-\u9fff]/.test(part)).pop();
  if (words && words.length <= 40) box.value = words;
})();
