// SPDX-License-Identifier: GPL-3.0-or-later
//
// Looks at a page of HTML as a browser shows it, at the width of a screen and of a telephone, in light and in dark, and
// prints as JSON what axe-core finds wrong with it and whether it is wider than the window.
//
//     look-at-page.cjs NODE_MODULES BROWSER PAGE

const [, , modules, browser, page] = process.argv;
const puppeteer = require (modules + '/puppeteer-core');
const axe = require.resolve (modules + '/axe-core/axe.min.js');

async function look (tab, width, scheme) {
  await tab.setViewport ({ width, height: 1000 });
  await tab.emulateMediaFeatures ([{ name: 'prefers-color-scheme', value: scheme }]);
  await tab.goto ('file://' + page);
  await tab.addScriptTag ({ path: axe });
  const found = await tab.evaluate (() => window.axe.run ());
  const surplus = await tab.evaluate (() => document.documentElement.scrollWidth - window.innerWidth);
  return { width, scheme, surplus, passes: found.passes.length,
           violations: found.violations.map (v => v.id + ': ' + v.help + ': ' + v.nodes[0].html.slice (0, 200)) };
}

(async () => {
  const app = await puppeteer.launch ({ executablePath: browser, headless: true, args: ['--no-sandbox'] });
  const tab = await app.newPage ();
  const looks = [];

  for (const width of [1280, 400])
    for (const scheme of ['light', 'dark'])
      looks.push (await look (tab, width, scheme));
  console.log (JSON.stringify (looks));
  await app.close ();
}) ();
