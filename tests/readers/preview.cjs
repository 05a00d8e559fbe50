// Shows Word files with docx-preview in a headless Chromium, as a web mail or intranet does.
//
// `node preview.cjs FOLDER FILE.docx…` writes FOLDER/NAME.json: what the body says, and NAME.pdf and NAME-notes.pdf: the body and the
// footnotes with the numbers that style sheets count. The packages are looked for along NODE_PATH.
const fs = require("fs");
const path = require("path");
const puppeteer = require("puppeteer-core");

const QUIET = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];
const SCRIPTS = [
  require.resolve("jszip/dist/jszip.min.js"),
  path.join(path.dirname(require.resolve("docx-preview")), "docx-preview.min.js"),
];

const NOTES = "section > ol, article > ol, article ~ ol";

async function show(coded, notes) {
  const bytes = Uint8Array.from(atob(coded), sign => sign.charCodeAt(0));
  const options = { renderHeaders: false, renderFooters: false, breakPages: false, ignoreWidth: true };
  await docx.renderAsync(new Blob([bytes]), document.body, null, options);
  window.notes = [...document.querySelectorAll(notes)];
  window.notes.forEach(note => note.remove());
  return { body: document.body.innerText, notes: window.notes.length };
}

function showNotes() {
  const wrapper = document.querySelector(".docx-wrapper");
  wrapper.replaceChildren(...window.notes);
  window.notes.forEach(note => { note.style.listStyle = "none"; });
}

async function main(folder, files) {
  const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: QUIET });
  for (const file of files) {
    const page = await browser.newPage();
    for (const script of SCRIPTS) await page.addScriptTag({ path: script });
    // The shadow of the paper would be painted dot by dot, which takes seconds.
    await page.addStyleTag({ content: ".docx-wrapper > section.docx { box-shadow: none !important; }" });
    // The text of a row that is divided between two pages would be printed cell by cell, half by half.
    await page.addStyleTag({ content: "tr { break-inside: avoid; }" });
    const shown = await page.evaluate(show, fs.readFileSync(file).toString("base64"), NOTES);
    const target = path.join(folder, path.basename(file, ".docx"));
    fs.writeFileSync(target + ".json", JSON.stringify(shown));
    await page.pdf({ path: target + ".pdf", width: "2400px", height: "1600px" });
    await page.evaluate(showNotes);
    await page.pdf({ path: target + "-notes.pdf", width: "2400px", height: "1600px" });
    await page.close();
  }
  await browser.close();
}

main(process.argv[2], process.argv.slice(3)).catch(problem => {
  console.error(problem);
  process.exit(1);
});
