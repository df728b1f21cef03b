// The content security policy: nothing from anywhere but the page's own origin, no inline code, no eval. The server
// sends it as a header, every page carries it as well for hosts that send none. The single file has no origin to
// fetch from: it allows its own script and style by their hashes and connects to nothing.
export function policy(single) {
  const rules = {
    "default-src": "'none'",
    "script-src": `${single ? single.script : "'self'"} 'wasm-unsafe-eval'`,
    "style-src": single ? single.style : "'self'",
    "img-src": single ? "data:" : "'self' data:",
    "font-src": single ? "data:" : "'self' data:",
    ...(single ? {} : { "connect-src": "'self'", "worker-src": "'self'", "manifest-src": "'self'" }),
    // Nothing becomes script by being text; the page's one policy gives out the addresses of its own scripts.
    "require-trusted-types-for": "'script'",
    "trusted-types": single ? "'none'" : "tautline",
    "base-uri": "'none'",
    "form-action": "'none'",
  };
  return Object.entries(rules)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");
}

export const policy_tag = (text = policy()) => `<meta http-equiv="Content-Security-Policy" content="${text}">`;
