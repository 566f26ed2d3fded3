using System.Globalization;
using Repository.Benchmarks;

// The same program is measured and measures: "constant" is the host that everything is compared with, and readers are no part of what goes on beside them.
if (args is ["constant", var url]) return await ConstantHost.RunAsync(url);
if (args is [Readers.Command, var server, var perSecond]) return await Readers.RunAsync(new Uri(server), int.Parse(perSecond, CultureInfo.InvariantCulture));

string[] all = [.. Sections.All.Select(section => section.Name)];
var wanted = args.Where(word => !word.StartsWith('-')).ToArray();
var documents = args.FirstOrDefault(word => word.StartsWith("--documents=", StringComparison.Ordinal))?["--documents=".Length..];
if (args.Contains("--help") || (documents is not null && !int.TryParse(documents, out _)) || wanted.FirstOrDefault(word => !all.Contains(word)) is not null)
{
    Console.WriteLine($"usage: ./bench [{string.Join('|', all)}]… [--quick] [--documents=N]");
    Console.WriteLine("Without a section all are measured but desk, forms, texts, media, lighthouse, large, search and hostile, which take minutes.");
    Console.WriteLine("  desk      what somebody at the desk waits for: lists, an item of 200 blocks, saving it");
    Console.WriteLine("  forms     two hundred people who send a form at once");
    Console.WriteLine("  media     renditions of pictures, beside constant bytes and vipsthumbnail");
    Console.WriteLine("  lighthouse  what Lighthouse makes of the pages that most people see");
    Console.WriteLine("  search    the search library beside Apache Lucene over 10,000 and 100,000 documents, or N");
    Console.WriteLine("  hostile   queries that nobody means well with, over 100,000 documents, or N");
    return 2;
}

var table = new Table();
await using var house = new Workshop(args.Contains("--quick"), documents is null ? null : int.Parse(documents, CultureInfo.InvariantCulture));
foreach (var section in Sections.All.Where(section => wanted.Length == 0 ? section.IsOrdinary : wanted.Contains(section.Name)))
{
    await section.RunAsync(house, table);
}

table.Print();
return 0;
