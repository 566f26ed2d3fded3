// Compiled against types that were generated from the running server (see typed.mjs): that it compiles is half of the test.
import type { components, operations, paths } from "./delivery.js";

declare const process: { argv: string[] };

type Item = components["schemas"]["IApiContentResponseModel"];
type Picked = components["schemas"]["IApiContentModel"];
type Problem = components["schemas"]["ProblemDetails"];
type Operation = keyof operations;
type Answer<O extends Operation> = operations[O]["responses"] extends { 200: { content: { "application/json": infer A } } } ? A : never;
type Query<O extends Operation> = NonNullable<operations[O]["parameters"]["query"]>;
type Headers = NonNullable<operations["GetContent2.0"]["parameters"]["header"]>;

const base = process.argv[2]!;

const routes = {
  "GetContent2.0": "/umbraco/delivery/api/v2/content",
  "GetContentItemById2.0": "/umbraco/delivery/api/v2/content/item/{id}",
  "GetContentItemByPath2.0": "/umbraco/delivery/api/v2/content/item/{path}",
  "GetContentItems2.0": "/umbraco/delivery/api/v2/content/items",
  "GetMedia2.0": "/umbraco/delivery/api/v2/media",
} as const satisfies Partial<Record<Operation, keyof paths>>;

function address<O extends keyof typeof routes>(operation: O, query: Query<O>, segment: string): string {
  const url = new URL(base + routes[operation].replace(/\{\w+\}/, encodeURIComponent(segment)));
  for (const [name, value] of Object.entries(query)) {
    for (const one of [value].flat()) url.searchParams.append(name, String(one));
  }
  return url.href;
}

async function get<O extends keyof typeof routes>(operation: O, query: Query<O>, segment = "", headers: Headers = {}): Promise<Answer<O>> {
  const response = await fetch(address(operation, query, segment), { headers: headers as Record<string, string> });
  check(response.status === 200, `${operation} ${segment}: ${response.status}`);
  return (await response.json()) as Answer<O>;
}

function check(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what);
}

function step(text: string): void {
  console.log(`typed ${text}`);
}

/** The first content item that a property of this item holds, with the property's alias. */
function firstPicked(item: Item): { alias: string; picked: Picked } | undefined {
  for (const [alias, value] of Object.entries(item.properties)) {
    const picked = [value].flat().find((one): one is Picked => typeof one === "object" && one !== null && "contentType" in one && "route" in one);
    if (picked) return { alias, picked };
  }
  return undefined;
}

async function walkList(): Promise<Item[]> {
  const page = await get("GetContent2.0", { fetch: "descendants:/", sort: ["level:asc", "name:asc"], skip: 0, take: 200 });
  check(page.items.length > 0 && page.items.length <= 200, `list: ${page.items.length} items`);
  check(page.total >= page.items.length, `list: a total of ${page.total}`);
  step(`list: ${page.items.length} of ${page.total}`);

  const type = page.items.at(-1)!.contentType;
  const filtered = await get("GetContent2.0", { filter: [`contentType:${type}`, "createDate>:1900-01-01"], take: 5 });
  check(filtered.total > 0 && filtered.items.every((item) => item.contentType === type), `filter: not only ${type}`);
  step(`filter: ${filtered.total} × ${type}`);
  return page.items;
}

async function walkItems(first: Item, last: Item): Promise<void> {
  const byId = await get("GetContentItemById2.0", { fields: "properties[$all]" }, last.id, { "Accept-Language": "es-MX", Preview: false });
  check(byId.id === last.id && byId.route.path === last.route.path, `by id: ${byId.id}`);
  const byPath = await get("GetContentItemByPath2.0", { fields: "" }, last.route.path);
  check(byPath.id === last.id && Object.keys(byPath.properties).length === 0, `by path: ${byPath.id}`);
  const several = await get("GetContentItems2.0", { id: [last.id, first.id] });
  check(several[0]?.id === last.id && several[1]?.id === first.id && several.length === 2, "items: another order");
  step(`by id, by path, several: ${last.route.path}`);
}

async function walkExpand(): Promise<void> {
  const practices = await get("GetContent2.0", { filter: ["contentType:practice"], take: 50 });
  const item = practices.items.find(firstPicked);
  check(item !== undefined, "expand: no practice holds another item");
  const { alias, picked } = firstPicked(item)!;
  check(Object.keys(picked.properties).length === 0, `expand: ${alias} has properties without being expanded`);
  check(!("cultures" in picked), `expand: ${alias} has cultures`);

  const expanded = firstPicked(await get("GetContentItemById2.0", { expand: `properties[${alias}]`, fields: `properties[${alias}]` }, item.id));
  check(expanded?.picked.id === picked.id && Object.keys(expanded.picked.properties).length > 0, `expand: ${alias} stays empty`);
  step(`expand: ${alias} of ${item.route.path} is ${picked.route.path}`);
}

async function walkMedia(): Promise<void> {
  const media = await get("GetMedia2.0", { fetch: "children:/", take: 3 });
  const sizes: (number | null)[] = media.items.map((item) => item.bytes);
  check(media.items.length <= 3 && media.total >= sizes.length, `media: ${media.items.length} of ${media.total}`);
  step(`media: ${sizes.length} of ${media.total}`);
}

async function walkProblem(): Promise<void> {
  const response = await fetch(address("GetContent2.0", { filter: ["nobody:knows"] }, ""));
  const problem = (await response.json()) as Problem;
  check(response.status === 400 && problem.title === "Filter option not found", `problem: ${response.status} ${problem.title}`);
  step(`problem: ${problem.title}`);
}

const items = await walkList();
await walkItems(items[0]!, items.at(-1)!);
await walkExpand();
await walkMedia();
await walkProblem();
