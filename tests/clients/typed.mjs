import { spawnSync } from "node:child_process";
import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";

const compiler = createRequire(import.meta.url).resolve("typescript/bin/tsc");

/** Generates types from the server's own OpenAPI document, checks a program against them and runs it. */
export async function walkWithTypes(base) {
  const folder = await mkdtemp(join(tmpdir(), "delivery-types-"));
  try {
    await generate(base, folder);
    run("tsc", [compiler, "--project", "."], folder);
    console.log("openapi-typescript tsc: no errors");
    run("program", ["program.js", base], folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function generate(base, folder) {
  const response = await fetch(`${base}/umbraco/swagger/delivery/swagger.json`);
  if (!response.ok) throw new Error(`swagger.json: ${response.status}`);
  const types = astToString(await openapiTS(await response.json()));
  await writeFile(join(folder, "delivery.ts"), types);
  await writeFile(join(folder, "package.json"), '{"type":"module"}');
  for (const file of ["program.ts", "tsconfig.json"]) await copyFile(fileURLToPath(new URL(file, import.meta.url)), join(folder, file));
  console.log(`openapi-typescript: ${types.split("\n").length} lines of types`);
}

function run(name, args, cwd) {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, args, { cwd, encoding: "utf8" });
  process.stdout.write(stdout ?? "");
  if (error || status !== 0) throw new Error(`${name} ended with ${error?.message ?? status}\n${stderr}`.trimEnd());
}
