// What a page says of itself where a link to it is shared. A preview's picture needs an address with its host, which a folder
// of files does not know: who builds for a site says where it will stand, in TAUTLINE_ADDRESS (docs/hosting.md). Without it
// a page has its title and its description, which previews take as well.
import { escaped } from "./templates.mjs";
import { shared_of, shared_scene, shared_size } from "./stills.mjs";

/** "" or an address with a slash at its end. */
export function site_address(given = process.env.TAUTLINE_ADDRESS ?? "") {
  if (!given) return "";
  const address = URL.canParse(given) ? new URL(given.endsWith("/") ? given : `${given}/`) : null;
  if (!address || !/^https?:$/.test(address.protocol) || address.search || address.hash)
    throw new Error(`TAUTLINE_ADDRESS is no address of a folder: ${given}`);
  return address.href;
}

const found = (pattern, page, what) => {
  const text = pattern.exec(page)?.[1];
  if (!text) throw new Error(`the page has no ${what}`);
  return text;
};

/** The tags for a page's head. `story`: the page of stills, which says what the picture shows. Its texts are HTML already. */
export function preview_tags({ page, path, language, story }, address = site_address()) {
  if (!address) return "";
  const alts = [...story.matchAll(/<img [^>]*alt="([^"]*)"/g)].map(([, alt]) => alt);
  const tags = {
    "og:type": "website",
    "og:title": found(/<title>([^<]*)<\/title>/, page, "title"),
    "og:description": found(/<meta name="description" content="([^"]*)">/, page, "description"),
    "og:url": escaped(new URL(path === "index.html" ? "" : path, address).href),
    "og:image": escaped(new URL(shared_of(language), address).href),
    "og:image:width": shared_size.width,
    "og:image:height": shared_size.height,
    "og:image:alt": alts[shared_scene - 1],
  };
  return Object.entries(tags)
    .map(([name, text]) => `\n<meta property="${name}" content="${text}">`)
    .join("")
    .concat('\n<meta name="twitter:card" content="summary_large_image">');
}
