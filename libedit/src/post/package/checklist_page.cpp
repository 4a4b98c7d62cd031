// The frame of the checklist: style sheet and script.
#include "post/package/checklist_page.hpp"

#include "post/package/html.hpp"

namespace mediaedit::internal {
namespace {

constexpr const char* style = R"css(
:root { color-scheme: light; --ink: #1d2b33; --soft: #52636d; --line: #d5dde2; --paper: #fff; --ground: #f3f6f8; --main: #0f4c5c; }
* { box-sizing: border-box; }
body { margin: 0; font: 17px/1.5 "Noto Sans", system-ui, sans-serif; color: var(--ink); background: var(--ground); }
header, main { max-width: 60rem; margin: 0 auto; padding: 1.25rem; }
header { padding-bottom: 0; }
h1 { margin: 0; font-size: 1.7rem; line-height: 1.25; }
h2 { margin: 0 0 .75rem; font-size: 1.3rem; }
h3 { margin: 1rem 0 .5rem; font-size: 1.05rem; color: var(--soft); }
h4 { margin: 0; font-size: 1rem; }
header p { margin: .25rem 0 .75rem; color: var(--soft); }
nav a { display: inline-block; padding: .4rem .9rem; margin: 0 .3rem .3rem 0; border: 1px solid var(--main); border-radius: 2rem; color: var(--main); text-decoration: none; }
section { background: var(--paper); border: 1px solid var(--line); border-radius: .75rem; padding: 1.25rem; margin: 0 0 1.25rem; }
.finding { margin: 0 0 .5rem; padding: .6rem .8rem; border-left: .35rem solid var(--line); background: var(--ground); border-radius: .25rem; }
.finding.error { border-color: #b3261e; } .finding.warning { border-color: #a15c00; } .finding.ask { border-color: #0f4c5c; } .finding.good { border-color: #22733b; }
.finding em { display: block; color: var(--soft); font-style: normal; }
.about { color: var(--soft); }
.about:not(:empty)::after { content: ":"; }
.shots { display: flex; flex-wrap: wrap; gap: 1rem; margin-bottom: 1rem; }
figure { margin: 0; width: 16rem; max-width: 100%; }
.shot { position: relative; }
.shot img, .shot video { display: block; width: 100%; max-height: 22rem; object-fit: contain; background: var(--ground); border-radius: .4rem; }
.number { position: absolute; z-index: 1; left: .5rem; top: .5rem; min-width: 1.9rem; padding: 0 .5rem; text-align: center; color: #fff; background: var(--main); border-radius: 1rem; font-weight: bold; }
figcaption { font-size: .85rem; color: var(--soft); overflow-wrap: anywhere; margin: .3rem 0; }
a { color: var(--main); }
.copy { border: 1px solid var(--line); border-radius: .4rem; margin: 0 0 .75rem; }
.copy-head { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1rem; padding: .5rem .75rem; border-bottom: 1px solid var(--line); }
.copy-head h4 { flex: 1; }
.count { color: var(--soft); font-size: .9rem; }
figure .copy-head, figure pre { padding: .4rem .5rem; font-size: .85rem; }
button { font: inherit; padding: .45rem 1.2rem; color: #fff; background: var(--main); border: 0; border-radius: .4rem; cursor: pointer; }
button:focus-visible, a:focus-visible, input:focus-visible, pre:focus-visible { outline: 3px solid #f4b860; outline-offset: 2px; }
pre { margin: 0; padding: .75rem; white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; }
.tick { display: flex; gap: .6rem; padding: .35rem 0; align-items: baseline; }
.tick input { width: 1.2rem; height: 1.2rem; flex: none; position: relative; top: .15rem; }
table { border-collapse: collapse; width: 100%; }
td { border-top: 1px solid var(--line); padding: .4rem .5rem .4rem 0; vertical-align: top; overflow-wrap: anywhere; }
@media print { nav, button { display: none; } section { break-inside: avoid-page; } }
)css";

constexpr const char* script = R"js(
(function () {
  "use strict";
  var words = document.body.dataset;
  function say(button, text) {
    var before = button.dataset.before || (button.dataset.before = button.textContent);
    button.textContent = text;
    setTimeout(function () { button.textContent = before; }, 2500);
  }
  function selectAndCopy(box) {
    var range = document.createRange(), selection = getSelection();
    range.selectNodeContents(box);
    selection.removeAllRanges();
    selection.addRange(range);
    try { return document.execCommand("copy"); } catch (refused) { return false; }
  }
  document.querySelectorAll("button[data-copy]").forEach(function (button) {
    button.addEventListener("click", function () {
      var box = document.getElementById(button.dataset.copy);
      if (selectAndCopy(box)) { say(button, words.copied); return; }
      if (navigator.clipboard) navigator.clipboard.writeText(box.textContent).then(function () { say(button, words.copied); }, function () { say(button, words.byHand); });
      else say(button, words.byHand);
    });
  });
  document.querySelectorAll("input[type=checkbox]").forEach(function (box) {
    var key = location.pathname + "#" + box.id;
    try { box.checked = localStorage.getItem(key) === "1"; } catch (refused) { return; }
    box.addEventListener("change", function () { try { localStorage.setItem(key, box.checked ? "1" : "0"); } catch (refused) { return; } });
  });
})();
)js";

}  // namespace

std::string checklist_page(const std::string& language, const std::string& title,
                           const std::string& body, const std::string& copied,
                           const std::string& by_hand) {
    return "<!DOCTYPE html>\n<html lang=\"" + html_text(language) +
           "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
           "content=\"width=device-width, initial-scale=1\">\n"
           // Only files of its own folder may be loaded.
           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src "
           "'self' file:; media-src 'self' file:; style-src 'unsafe-inline'; script-src "
           "'unsafe-inline'\">\n"
           "<title>" +
           html_text(title) + "</title>\n<style>" + style +
           "</style>\n</head>\n<body data-copied=\"" + html_text(copied) + "\" data-by-hand=\"" +
           html_text(by_hand) + "\">\n" + body + "<script>" + script +
           "</script>\n</body>\n</html>\n";
}

}  // namespace mediaedit::internal
