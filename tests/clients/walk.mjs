// Walks the Delivery API at BASE_URL with clients that were made for Umbraco and are used here as they come.
// Prints one line per step; the exit code is 1 when a step fails.
import { walkWithTypes } from "./typed.mjs";
import { walkWithUmbracoClient } from "./umbraco-client.mjs";

const base = process.argv[2]?.replace(/\/+$/, "");
if (!base) {
  console.error("usage: node walk.mjs BASE_URL");
  process.exit(2);
}

try {
  await walkWithUmbracoClient(base);
  await walkWithTypes(base);
  console.log("walked");
} catch (error) {
  console.log(`failed: ${error.message}`);
  process.exitCode = 1;
}
