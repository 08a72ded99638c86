/**
 * What Ace runs axe-core by, in the place of its own `@daisy/ace-axe-runner-puppeteer`: the same steps, but the browser and its
 * pages stay. In a page that stays, Chromium keeps the compiled scripts, whose megabyte takes longer to compile in each new page
 * than its rules take to judge a file.
 */
const { readFileSync } = require('node:fs');
const { availableParallelism } = require('node:os');

/** Milliseconds that a browser may take to start, and a file to be judged. */
const toStart = 60_000;
const toJudge = 240_000;

exports.AceRunner = class {
  concurrency = availableParallelism();
  /** @type {any} */
  #puppeteer;
  /** @type {Promise<any> | null} */
  #browser = null;
  /** Pages that nobody uses now. @type {any[]} */
  #idle = [];

  /** @param {any} puppeteer */
  constructor(puppeteer) {
    this.#puppeteer = puppeteer;
  }

  setTimeout() {}

  async launch() {
    this.#browser ??= this.#puppeteer.launch({
      args: ['--no-sandbox', '--disable-setuid-sandbox'],
      headless: true,
      timeout: toStart,
      protocolTimeout: toJudge,
    });
    await this.#browser;
  }

  /** After each book: the next one goes on in the same browser. */
  async close() {}

  async end() {
    if (this.#browser !== null) await (await this.#browser).close();
  }

  /**
   * @param {string} url of a file of the book
   * @param {readonly string[]} scripts
   * @param {readonly string[]} contents
   */
  async run(url, scripts, contents) {
    const page = this.#idle.pop() ?? (await this.#newPage(scripts, contents));
    await page.goto(url);
    const results = await page.evaluate(judged);
    // One that broke down is not used again.
    this.#idle.push(page);
    return results;
  }

  /** @param {readonly string[]} scripts @param {readonly string[]} contents the same of each file */
  async #newPage(scripts, contents) {
    const page = await (await this.#browser).newPage();
    for (const script of [...contents, ...scripts.map((file) => readFileSync(file, 'utf8'))])
      await page.evaluateOnNewDocument(script);
    await page.setRequestInterception(true);
    page.on('request', (/** @type {any} */ request) =>
      /^https?:\/\//.test(request.url()) ? request.abort() : request.continue(),
    );
    return page;
  }
};

/** Runs inside a page. */
function judged() {
  return new Promise((resolve, reject) => {
    /** @type {any} */ (globalThis).daisy.ace.run((/** @type {unknown} */ error, /** @type {unknown} */ results) =>
      error ? reject(error) : resolve(results),
    );
  });
}
