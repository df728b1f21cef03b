// The page's own HTML, and what is left of the page when something fails: the article stays, a plain sentence says what
// happened, and nothing is ever blank.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";

import { build_folder } from "../../build-scripts/lib/files.mjs";
import { claims, root, sentences, signs, word, words } from "./support/content.mjs";
import { plain } from "./support/tree.mjs";
import { single_file, site_folder, start, visit } from "./support/visitor.mjs";

let world;
before(async () => {
  world = await start();
});
after(() => world?.stop());

const article_text = (page) => page.evaluate(() => document.body.innerText).then(plain);
const content = () => JSON.parse(readFileSync(`${root}build/generated/whole.json`, "utf8"));

async function holds(page, keys, what) {
  const text = await article_text(page);
  const missing = keys.flatMap((key) =>
    sentences(key)
      .filter((sentence) => !text.includes(plain(sentence)))
      .map((sentence) => `${key}: ${sentence}`),
  );
  assert.deepEqual(missing, [], `${what} in the page`);
}

describe("Without scripts", () => {
  const open = (options = {}) => world.open({ javaScriptEnabled: false, ...options });

  test(
    "every claim stands there with what the research adds",
    visit(open, async ({ page }) => {
      assert.equal(claims.length, 36);
      await holds(
        page,
        claims.flatMap(({ id }) => [`claim.${id}.title`, `claim.${id}.text`, `claim.${id}.research`]),
        "the claims",
      );
    }),
  );

  test(
    "every warning sign stands there with what to do",
    visit(open, async ({ page }) => {
      const ids = signs.map(({ id }) => id);
      for (let n = 1; n <= 21; ++n) assert.ok(ids.includes(`R${n}`), `R${n}`);
      await holds(
        page,
        signs.flatMap(({ id }) => [`sign.${id}.text`, `sign.${id}.action`]),
        "the warning signs",
      );
      await holds(page, ["signs.title", "signs.emergency.heading"], "their headings");
    }),
  );

  test(
    "help in a crisis, and help in an emergency, can be read",
    visit(open, async ({ page }) => {
      await holds(
        page,
        ["sign.R18.text", "sign.R18.action", "footer.unsafe.text", "footer.unsafe.more.text", "check.intro.emergency"],
        "help",
      );
    }),
  );

  test(
    "every question of the self-check can be read, with a word about what is missing here",
    visit(open, async ({ page }) => {
      // One question is asked only after an answer to the one before it.
      await holds(
        page,
        Object.keys(words).filter((key) => /^item\..+\.question$/.test(key) && !key.startsWith("item.self-harm-today")),
        "the questions",
      );
      await holds(page, ["shell.noscript", "shell.check.text"], "what is missing");
    }),
  );

  test(
    "the sources have a page of their own, with every citation and a way back",
    visit(open, async ({ page }) => {
      await page.locator('a[href="sources.html"]').first().click();
      await page.waitForURL(/\/sources\.html$/);
      const text = await article_text(page);
      const all = content()["sources.json"].sources;
      assert.ok(all.length > 50, `${all.length} sources`);
      assert.deepEqual(
        all.filter(({ citation }) => !text.includes(plain(citation))).map(({ id }) => id),
        [],
        "all of them",
      );
      assert.equal(await page.locator("h1").count(), 1);
      await page.locator('a[href="index.html#warning-signs"]').first().click();
      await page.waitForURL(/index\.html#warning-signs$/);
      assert.ok(await page.locator("#warning-signs").isVisible());
    }),
  );

  test(
    "links inside the page lead somewhere",
    visit(open, async ({ page }) => {
      const broken = await page.evaluate(() =>
        [...document.querySelectorAll('a[href^="#"]')]
          .filter((link) => !document.getElementById(decodeURIComponent(link.getAttribute("href").slice(1))))
          .map((link) => link.outerHTML),
      );
      assert.deepEqual(broken, []);
      const count = await page.locator('a[href^="#"]').count();
      assert.ok(count >= 10, `${count} links inside the page`);
      await page.locator('main a[href="#warning-signs"], nav a[href="#warning-signs"]').first().click();
      const top = await page.evaluate(() => document.getElementById("warning-signs").getBoundingClientRect().top);
      assert.ok(Math.abs(top) < 120, `the warning signs are in view (${top} px from the top)`);
    }),
  );

  test(
    "it fits 320 pixels, and ids and headings are in order",
    visit(
      () => open({ viewport: { width: 320, height: 640 } }),
      async ({ page }) => {
        const { width, doubled, levels } = await page.evaluate(() => ({
          width: document.documentElement.scrollWidth,
          doubled: [...document.querySelectorAll("[id]")]
            .map(({ id }) => id)
            .filter((id, at, all) => all.indexOf(id) !== at),
          levels: [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((heading) => Number(heading.tagName[1])),
        }));
        assert.equal(width, 320);
        assert.deepEqual(doubled, [], "ids that stand twice");
        assert.equal(levels.filter((level) => level === 1).length, 1, "one h1");
        levels.reduce(
          (before, level) => (assert.ok(level <= before + 1, `a heading ${level} after a heading ${before}`), level),
        );
      },
    ),
  );
});

describe("When something fails", () => {
  const broken = (pattern, answer, expected_errors) => () =>
    world.open({ ready: false, expected_errors, prepare: (page) => page.route(pattern, answer) });
  const failed = (page) => page.waitForFunction(() => document.documentElement.dataset.tautline === "failed");
  const notice = (page, name) => page.locator(`[data-shell="${name}"]`);

  async function says_so({ page }, name, key) {
    await failed(page);
    assert.ok(await notice(page, name).isVisible(), `the notice "${name}"`);
    assert.ok((await notice(page, name).innerText()).includes(word(key)));
    assert.equal(await notice(page, "loading").isVisible(), false, "nothing says that it still loads");
    assert.ok(await page.locator("#article").isVisible(), "the article stays");
    await holds(page, ["signs.title", "sign.R18.text", "sign.R18.action"], "help");
    assert.equal(await page.locator("#stage canvas").count(), 0, "no empty stage");
  }
  const problems = (page) =>
    page.evaluate(() =>
      [...document.querySelectorAll('[data-shell="problem-list"] li')].map((item) => item.textContent),
    );

  // Files that come wrong are in wrong_files.test.mjs.
  for (const file of ["engine.wasm", "content.json"]) {
    test(
      `${file} that does not come`,
      visit(
        broken(`**/${file}`, (route) => route.abort(), [/Failed to load/]),
        (visitor) => says_so(visitor, "failed", "shell.failed"),
      ),
    );
    test(
      `${file} that is not found`,
      visit(
        broken(`**/${file}`, (route) => route.fulfill({ status: 404, body: "" }), [/404/]),
        (visitor) => says_so(visitor, "failed", "shell.failed"),
      ),
    );
  }

  test(
    "a browser without WebAssembly",
    visit(
      () =>
        world.open({
          ready: false,
          prepare: (page) =>
            page.addInitScript(() => {
              delete globalThis.WebAssembly;
            }),
        }),
      async (visitor) => {
        await says_so(visitor, "no-wasm", "shell.no_wasm");
      },
    ),
  );

  // In the single file, because a folder's content is held to its digest.
  const with_content = (change) =>
    broken(
      ({ pathname }) => pathname === "/",
      (route) => {
        const bundle = content();
        const body = change(bundle) ?? JSON.stringify(bundle).replaceAll("<", "\\u003c");
        return route.fulfill({
          contentType: "text/html; charset=utf-8",
          body: readFileSync(single_file, "utf8").replace(
            /(id="data-content">)[^]*?(?=<\/script>)/,
            (_, start) => start + body,
          ),
        });
      },
    );

  test(
    "content that is not JSON",
    visit(
      with_content(() => '{ "assessment.json": { '),
      async (visitor) => {
        await says_so(visitor, "content", "shell.content");
        assert.ok((await problems(visitor.page)).length > 0, "the problem is named");
      },
    ),
  );

  test(
    "content with a wrong type: the file and the place are named",
    visit(
      with_content((bundle) => {
        bundle["assessment.json"].items[3].kind = 5;
      }),
      async (visitor) => {
        await says_so(visitor, "content", "shell.content");
        const list = await problems(visitor.page);
        assert.ok(
          list.some((line) => line.includes("assessment.json") && line.includes("/items/3/kind")),
          list.join("\n"),
        );
      },
    ),
  );

  test(
    "content without one of its words: the key is named",
    visit(
      with_content((bundle) => {
        delete bundle["words/en/self-check.json"]["item.rash.question"];
      }),
      async (visitor) => {
        await says_so(visitor, "content", "shell.content");
        const list = await problems(visitor.page);
        assert.ok(
          list.some((line) => line.includes("item.rash.question")),
          list.join("\n"),
        );
      },
    ),
  );

  test(
    "several problems are told at once",
    visit(
      with_content((bundle) => {
        bundle["words/en/interface.json"].name = 7;
        bundle["warning-signs.json"].signs[0].tier = "whenever";
        bundle["claims.json"].claims[2].verdicts = ["perhaps"];
      }),
      async (visitor) => {
        await says_so(visitor, "content", "shell.content");
        const list = (await problems(visitor.page)).join("\n");
        for (const place of ["/signs/0/tier", "/claims/2/verdicts/0", "interface.json#/name"])
          assert.ok(list.includes(place), `${place} in:\n${list}`);
      },
    ),
  );

  test(
    "a self-check that breaks the contract is refused",
    visit(
      with_content((bundle) => {
        const item = bundle["assessment.json"].items.find(({ id }) => id === "chest-pain");
        item.id = "chest-pains";
      }),
      (visitor) => says_so(visitor, "content", "shell.content"),
    ),
  );

  test(
    "an engine that stops on the way: a plain sentence and a way to load again",
    visit(
      () => world.open({ expected_errors: [/unreachable|RuntimeError|out of bounds|memory/] }),
      async (visitor) => {
        await visitor.page.evaluate(() =>
          setTimeout(() => {
            throw new WebAssembly.RuntimeError("unreachable");
          }),
        );
        await visitor.page.waitForFunction(() => document.documentElement.dataset.tautline === "stopped");
        assert.ok(await notice(visitor.page, "stopped").isVisible());
        assert.equal(
          await visitor.page.evaluate(() => document.activeElement.dataset.shell),
          "reload",
          "the focus is on the way out",
        );
        await visitor.page.keyboard.press("Enter");
        await visitor.page.waitForFunction(() => document.documentElement.dataset.tautline === "ready");
      },
    ),
  );
});

describe("Other content, with ?pack=", () => {
  const with_pack = (query, answer, expected_errors) => () =>
    world.open({ query, expected_errors, prepare: (page) => page.route("**/packs/**", answer) });
  const bundle = (change) => (route) => {
    const files = content();
    change(files);
    return route.fulfill({ contentType: "application/json", body: JSON.stringify(files) });
  };
  async function falls_back(visitor, why) {
    assert.equal(await visitor.element("refused-pack/text").innerText(), word("error.pack.text"));
    assert.equal(await visitor.element("title").innerText(), word("home.title"), "the page's own content");
    await visitor.press_node("refused-pack/why");
    assert.match(await visitor.element("refused-pack/problem/1/text").innerText(), why);
    await visitor.press_node("refused-pack/close");
    assert.equal(await visitor.element("refused-pack/text").count(), 0);
  }

  test(
    "a pack is read from packs/NAME beside the page, and from nowhere else",
    visit(
      with_pack(
        "pack=my-clinic",
        bundle((files) => {
          files["words/en/home.json"]["home.title"] = "Our clinic";
          files["sources.json"].look_again_by = "2026-01-31";
        }),
      ),
      async (visitor) => {
        assert.equal(await visitor.element("title").innerText(), "Our clinic");
        // Its sources should have been looked at again: whoever runs the page is told, nobody who reads.
        assert.deepEqual(visitor.warnings, ["tautline: sources not looked at again by 2026-01-31"]);
        assert.doesNotMatch(await visitor.page.locator("body").innerText(), /look.* at again|2026-01-31/);
        assert.equal(await visitor.element("refused-pack/text").count(), 0);
        assert.deepEqual(
          visitor.requests.filter((url) => url.includes("/packs/")),
          [`${world.site.url}packs/my-clinic/content.json`],
        );
      },
    ),
  );

  // Letters that the typeface lacks would be painted as question marks.
  const skin = (visitor) =>
    visitor.page.evaluate(() =>
      ["stage", "document"].filter((name) => document.documentElement.classList.contains(name)).join(),
    );
  test(
    "a screen with letters that the typeface lacks is shown as Text view, the others as pictures, whatever letters' accents are written as",
    visit(
      with_pack(
        "pack=my-clinic",
        bundle((files) => {
          const home = files["words/en/home.json"];
          home["home.title"] = "Cafe\u0301 in Zu\u0308rich"; // painted, with accents that are letters of their own
          files["words/en/later/about.json"]["about.privacy.title"] = "Πόνος";
          files["words/en/warning-signs.json"]["signs.emergency.text"] = "Chest שלום"; // runs from right to left
          files["words/en/interface.json"]["settings.text_view.text"] = "Settings \u{1f642}";
          files["words/en/later/what-helps.json"]["helps.medicine"] = "x\u0302"; // no letter in one piece
        }),
      ),
      async (visitor) => {
        assert.equal(await skin(visitor), "stage");
        assert.equal(await visitor.title(), "Café in Zürich");
        for (const route of ["about", "warning-signs", "settings", "what-helps"]) {
          await visitor.go(route);
          // Its part of the engine may still be on its way.
          await visitor.page
            .waitForFunction(() => document.documentElement.classList.contains("document"), null, { timeout: 15_000 })
            .catch(() => {});
          assert.equal(await skin(visitor), "document", route);
          for (const key of ["banner/text-view", "control/setting_text_view"])
            assert.equal(await visitor.has(key), false, `${route}: there is no picture to choose with ${key}`);
          await visitor.go("check");
          assert.equal(await skin(visitor), "stage", `after ${route}`);
          assert.equal(await visitor.has("banner/text-view"), true);
        }
        await visitor.go("about");
        assert.ok(await visitor.page.getByText("Πόνος").isVisible());
        await visitor.go("check");
        await visitor.text_view(true);
        await visitor.go("about");
        assert.equal(await visitor.has("banner/text-view"), false, "nor for who chose Text view");
        await visitor.go("check");
        assert.equal(await visitor.words_of("banner/text-view"), word("nav.picture_view"));
        await visitor.text_view(false);
        await visitor.go("home");
        await visitor.keep_picture("Home with accents of their own");
        assert.equal(await skin(visitor), "stage");
      },
    ),
  );

  test(
    "a pack that lowers a warning sign is refused with a sentence, and the page shows its own",
    visit(
      with_pack(
        "pack=my-clinic",
        bundle((files) => {
          files["assessment.json"].tier_rules[0].tier = "soon";
        }),
      ),
      (visitor) => falls_back(visitor, /"chest-pain" "yes" gives "soon", expected "emergency" or more/),
    ),
  );

  test(
    "a pack that lacks a word of a screen is refused, and the page shows its own",
    visit(
      with_pack(
        "pack=my-clinic",
        bundle((files) => {
          delete files["words/en/home.json"]["home.title"];
        }),
      ),
      (visitor) => falls_back(visitor, /found no words "home\.title"/),
    ),
  );

  test(
    "a pack that is not there is said to be so, and the page shows its own",
    visit(
      with_pack("pack=my-clinic", (route) => route.fulfill({ status: 404, body: "" }), [/404/]),
      (visitor) => falls_back(visitor, /packs\/my-clinic\/content\.json: 404/),
    ),
  );

  test("a name that could lead elsewhere is not even asked for", async (t) => {
    for (const name of ["../secret", "..%2F..%2Fsecret", "https:%2F%2Fexample.org"])
      await visit(
        with_pack(
          `pack=${name}`,
          bundle(() => {}),
        ),
        async (visitor) => {
          await falls_back(visitor, /\?pack=/);
          assert.deepEqual(
            visitor.requests.filter((url) => /packs|secret|example/.test(new URL(url).pathname)),
            [],
            name,
          );
        },
      )(t);
  });
});
