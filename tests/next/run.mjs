// Runs pytest in Pyodide, a CPython for Node: `node tests/next/run.mjs SITE ARGUMENT...`
import { createRequire } from "node:module";
import path from "node:path";

const [site, ...pytestArguments] = process.argv.slice(2);
const require = createRequire(path.resolve(site, "..") + "/");
const { loadPyodide } = require("pyodide");
const python = await loadPyodide({ env: { HOME: "/tmp", PYTHONDONTWRITEBYTECODE: "1" } });
const mounts = { "/site": site, "/project": "." };
for (const [inside, outside] of Object.entries(mounts)) {
  python.FS.mkdirTree(inside);
  python.FS.mount(python.FS.filesystems.NODEFS, { root: path.resolve(outside) }, inside);
}
python.globals.set("pytest_arguments", python.toPy(pytestArguments));
process.exitCode = python.runPython(`
import os, sys
os.chdir("/project")
sys.path[:0] = ["/site", "/project"]
print("Python", sys.version.split()[0])
import pytest
int(pytest.main(list(pytest_arguments)))
`);
