/* The list of findings, as the bar and the desk show it. */
window.previewFindings = (make, news) => {
  "use strict";
  const titles = { crashed: "程序出错", faulty: "有错误，页面还是上一次的" };
  const head = make("header", {}, make("h2", {}, titles[news.state] || (news.hasErrors ? "有错误" : "检查结果")),
    make("span", { class: "note" }, news.counts || ""));
  const fault = news.fault ? [make("p", { class: "fault" }, news.fault)] : [];
  if (news.state === "crashed") fault.push(make("p", { class: "note" }, "详情在运行 inv 预览 的终端里；改好存盘会自动重来。"));
  const rows = news.findings.map((each) => {
    const copy = make("button", { type: "button", "aria-label": `复制 ${each.place}` }, "复制位置");
    copy.addEventListener("click", async () => {
      await navigator.clipboard.writeText(each.place);
      copy.textContent = "已复制";
      setTimeout(() => { copy.textContent = "复制位置"; }, 1500);
    });
    return make("li", { class: `${each.level}${each.isMine ? " is-mine" : ""}` },
      make("span", { class: "level" }, each.levelWord), make("span", { class: "message" }, each.message),
      make("span", { class: "place" }, `${each.place}　${each.code}`), copy);
  });
  return [head, ...fault, make("ol", {}, ...rows)];
};
