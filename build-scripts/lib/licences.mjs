// licenses.txt: the notices that must go along with the page. THIRD_PARTY.md tells what each part is for. A place of the
// template is the path of a licence, or a notice that stands in a larger text.
import { read } from "./files.mjs";

const text_of = (path) => read(path).toString().trim();

const notices = {
  mit: () => text_of("LICENSE").replace(/^[\s\S]*?\n\n(?=Permission)/, ""),
  qrcodegen: () =>
    text_of("build/third_party/qrcodegen/qrcodegen.h")
      .match(/^\/\*([\s\S]*?)\*\//)[1]
      .replace(/^ \* ?/gm, "")
      .trim(),
};

export const licences = () =>
  read("web/licenses.template.txt")
    .toString()
    .replace(/\{\{(.+?)\}\}/g, (_, name) => notices[name]?.() ?? text_of(name));
