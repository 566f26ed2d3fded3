import assert from "node:assert/strict";
import module from "umbraco-client";

// The package is CommonJS with a default export inside.
const createClient = module.default;

/** What the npm package umbraco-client can ask: everything, one item by id or path, the items of a type in an order. */
export async function walkWithUmbracoClient(base) {
  const client = createClient(base);

  const all = await client.getAllContent();
  assert.ok(all.length > 0, "getAllContent: nothing is published");
  step(`getAllContent: ${all.length} items`);

  for (const item of [all[0], all.at(-1)]) {
    const byId = await client.getContentById(item.id);
    assert.equal(byId.id, item.id, `getContentById ${item.id}: another item`);
    assert.deepEqual(Object.keys(byId), Object.keys(item), "getContentById: other members than in the list");

    // It puts the path behind "item/" as it is, so that two slashes meet.
    const byPath = await client.getContentById(item.route.path);
    assert.equal(byPath.id, item.id, `getContentById ${item.route.path}: another item`);
    step(`getContentById: ${item.route.path}`);
  }

  await walkInOrder(client, mostFrequentType(all));
}

async function walkInOrder(client, type) {
  const list = (order, expand) => client.getContentByType(type, { sort: { type: "createDate", order }, expand });

  const rising = await list("asc");
  assert.ok(rising.length > 0 && rising.every((item) => item.contentType === type), `getContentByType ${type}: an item of another type`);
  assert.ok(inOrder(rising, (a, b) => a <= b), "getContentByType: createDate:asc does not rise");
  step(`getContentByType: ${rising.length} × ${type}, oldest first`);

  const falling = await list("desc");
  assert.ok(inOrder(falling, (a, b) => a >= b), "getContentByType: createDate:desc does not fall");
  step(`getContentByType: ${falling.length} × ${type}, newest first`);

  // Its lists for "expand" make a second question mark ("createDate:desc?expand=property:x"): the order must survive that.
  for (const expand of ["all", ["municipality", "theme"]]) {
    const expanded = await list("desc", expand);
    assert.deepEqual(ids(expanded), ids(falling), `getContentByType: expand ${expand} changes the list`);
    step(`getContentByType: expand ${expand}`);
  }
}

function mostFrequentType(items) {
  const count = (type) => items.filter((item) => item.contentType === type).length;
  return items.map((item) => item.contentType).reduce((best, type) => (count(type) > count(best) ? type : best));
}

function inOrder(items, holds) {
  const dates = items.map((item) => Date.parse(item.createDate));
  return dates.every((date, index) => !Number.isNaN(date) && (index === 0 || holds(dates[index - 1], date)));
}

const ids = (items) => items.map((item) => item.id);

const step = (text) => console.log(`umbraco-client ${text}`);
