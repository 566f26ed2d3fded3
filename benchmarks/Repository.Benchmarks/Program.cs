using Repository.Benchmarks;

// The same program is measured and measures: "constant" is the host that everything is compared with.
if (args is ["constant", var url]) return await ConstantHost.RunAsync(url);

string[] all = [.. Sections.All.Select(section => section.Name)];
var wanted = args.Where(word => !word.StartsWith('-')).ToArray();
if (args.Contains("--help") || wanted.FirstOrDefault(word => !all.Contains(word)) is not null)
{
    Console.WriteLine($"usage: ./bench [{string.Join('|', all)}]… [--quick]");
    return 2;
}

var table = new Table();
await using var house = new Workshop(quick: args.Contains("--quick"));
foreach (var section in Sections.All.Where(section => wanted.Length == 0 ? section.IsOrdinary : wanted.Contains(section.Name)))
{
    await section.RunAsync(house, table);
}

table.Print();
return 0;
