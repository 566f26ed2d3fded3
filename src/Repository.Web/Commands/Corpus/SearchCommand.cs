using System.CommandLine;
using System.Globalization;
using System.Text;
using Repository.Web.Operations;

namespace Repository.Web.Commands.Corpus;

/// <summary><c>search index|query|bench</c>: the search library by itself, with the files and the answers of the Lucene harness it is held against.</summary>
internal static class SearchCommand
{
    public static Command Build()
    {
        var documents = new Argument<string>("DOCS.jsonl") { Description = "Documents, one JSON object a line." };
        var folder = new Argument<string>("DIR") { Description = "The folder of the index." };
        var queries = new Argument<string>("QUERIES.jsonl") { Description = "Queries, one JSON object a line." };
        var seconds = new Argument<string>("SECONDS") { Description = "How long to measure." };

        var index = new Command("index", "Build an index and print one line of figures.") { documents, folder };
        index.SetAction(parsed => RepositoryCommands.ReportingAsync(() => Run(output => CorpusIndex.Build(parsed.GetValue(documents)!, parsed.GetValue(folder)!, output))));
        var query = new Command("query", "Answer queries, one line each.") { folder, queries };
        query.SetAction(parsed => RepositoryCommands.ReportingAsync(() => Run(output => Answer(parsed.GetValue(folder)!, parsed.GetValue(queries)!, output))));
        var bench = new Command("bench", "Measure how fast queries are answered on one thread.") { folder, queries, seconds };
        bench.SetAction(parsed => RepositoryCommands.ReportingAsync(() => Run(output => Measure(parsed.GetValue(folder)!, parsed.GetValue(queries)!, parsed.GetValue(seconds)!, output))));
        return new Command("search", "The search library by itself, beside Apache Lucene.") { index, query, bench };
    }

    private static async Task<int> Run(Action<TextWriter> command)
    {
        await using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        command(output);
        return 0;
    }

    private static void Answer(string folder, string queries, TextWriter output)
    {
        var searcher = CorpusIndex.Open(folder);
        foreach (var query in CorpusQuery.ReadAll(queries)) output.WriteLine(CorpusAnswer.Of(searcher, query));
    }

    private static void Measure(string folder, string queries, string seconds, TextWriter output)
    {
        if (!double.TryParse(seconds, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var time) || time <= 0) throw new StartRefusedException($"\"{seconds}\" is no number of seconds.");
        CorpusSpeed.Measure(CorpusIndex.Open(folder), CorpusQuery.ReadAll(queries), time, output);
    }
}
