// Printing, copying, sharing: nothing leaves the reader's own device. What happened is told in #told.
(() => {
  const told = document.getElementById("told");
  if (!told) return;
  const address = document.getElementById("address");
  const here = () => (address ? address.textContent : location.href.split("#")[0]);
  let timer = 0;

  const tell = (words) => {
    told.textContent = words;
    clearTimeout(timer);
    timer = setTimeout(() => { told.textContent = ""; }, 4000);
  };

  // navigator.clipboard is there on https only; many offices still read over http.
  const copyBySelection = (text) => {
    const field = document.createElement("textarea");
    field.value = text;
    field.className = "unseen";
    field.readOnly = true;
    document.body.append(field);
    const focused = document.activeElement;
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    if (focused) focused.focus();
    return done;
  };

  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch { return copyBySelection(text); }
  };

  // Where a browser refuses both ways, the words stand selected on the page, ready for the reader's own hand.
  const select = (element) => {
    if (!element) return;
    getSelection().selectAllChildren(element);
    element.scrollIntoView({ block: "center" });
  };

  const onCopy = async (what) => {
    const source = document.getElementById(what === "citation" ? "citation" : "address");
    if (await copy(what === "citation" ? source.textContent : here())) {
      tell(what === "citation" ? "引文已复制" : "链接已复制");
    } else {
      select(source);
      tell("浏览器不允许自动复制，请按 Ctrl+C 或长按复制");
    }
  };

  const share = document.querySelector("details.share");
  const send = document.querySelector("[data-share]");
  if (send && navigator.share) send.hidden = false;

  document.addEventListener("click", (event) => {
    const pressed = event.target.closest("button");
    if (share && !event.target.closest(".share")) share.open = false;
    if (!pressed) return;
    if ("print" in pressed.dataset) print();
    if (pressed.dataset.copy) onCopy(pressed.dataset.copy);
    // A reader who changes their mind is no fault.
    if ("share" in pressed.dataset) navigator.share({ title: document.title, url: here() }).catch(() => {});
  });
  if (!share) return;
  share.addEventListener("toggle", () => {
    if (share.open) share.lastElementChild.scrollIntoView({ block: "nearest" });
  });
  document.addEventListener("focusin", (event) => {
    if (!event.target.closest(".share")) share.open = false;
  });
  share.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !share.open) return;
    share.open = false;
    share.firstElementChild.focus();
  });
})();
