#!/usr/bin/python3
# The accessibility tree as AT-SPI gives it: what an assistive technology on this desktop meets in the browser's page.
#   atspi.py NAME      NAME is a part of the browser's name; answers each line "dump" of standard input with one line of
#                      JSON: a list of {role, name, value, states, box: [x, y, width, height] from the page's corner}
import json
import sys

import pyatspi

wanted = sys.argv[1].lower()
states = {
    pyatspi.STATE_CHECKED: "checked",
    pyatspi.STATE_EXPANDED: "expanded",
    pyatspi.STATE_EXPANDABLE: "expandable",
    pyatspi.STATE_FOCUSABLE: "focusable",
}


def page_of(node, deep=0):
    if node is None or deep > 16:
        return None
    if node.getRole() == pyatspi.ROLE_DOCUMENT_WEB:
        return node
    for child in node:
        found = page_of(child, deep + 1)
        if found:
            return found
    return None


def box(node):
    try:
        extents = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
        return [extents.x, extents.y, extents.width, extents.height]
    except NotImplementedError:
        return [0, 0, 0, 0]


def value(node):
    try:
        return node.queryValue().currentValue
    except NotImplementedError:
        return None


def dump(node, out, deep=0):
    if node is None or deep > 60:
        return
    found = node.getState()
    attributes = dict(pair.split(":", 1) for pair in node.getAttributes() or [] if ":" in pair)
    out.append({
        "role": node.getRoleName(), "name": node.name or "", "value": value(node), "id": attributes.get("id", ""),
        "level": int(attributes.get("level", 0) or 0), "valuetext": attributes.get("valuetext", ""),
        "states": [name for state, name in states.items() if found.contains(state)], "box": box(node),
    })
    for child in node:
        dump(child, out, deep + 1)


def browser():
    for app in pyatspi.Registry.getDesktop(0):
        if app and wanted in (app.name or "").lower():
            return app
    return None


for line in sys.stdin:
    if line.strip() != "dump":
        continue
    nodes = []
    try:
        page = page_of(browser())
        if page:
            dump(page, nodes)
    except Exception as error:  # a node may go while it is looked at
        nodes = [{"role": "error", "name": str(error)}]
    print(json.dumps(nodes), flush=True)
