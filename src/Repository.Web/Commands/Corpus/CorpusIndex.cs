using System.Diagnostics;
using System.Globalization;
using Repository.Search;
using Repository.Search.Saving;
using Repository.Web.Operations;

namespace Repository.Web.Commands.Corpus;

/// <summary>The index that is compared with Lucene's: built in the order of the documents, merged to one segment and saved.</summary>
internal static class CorpusIndex
{
    public static void Build(string documents, string folder, TextWriter output)
    {
        var source = new CorpusDocuments(documents);
        var index = new SearchIndex(CorpusSchema.Instance);
        var begin = Stopwatch.GetTimestamp();
        index.Load(source.Read());
        var added = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        new IndexFolder(folder).Save(index.MergeAll(), mark: string.Empty);
        var all = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        var bytes = Directory.EnumerateFiles(folder).Sum(file => new FileInfo(file).Length);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $$"""{"docs":{{source.Count}},"add_s":{{added:F3}},"json_s":{{source.Parsing.TotalSeconds:F3}},"merge_s":{{all - added:F3}},"docs_per_s":{{source.Count / added:F1}},"docs_per_s_with_merge":{{source.Count / all:F1}},"bytes":{{bytes}}}"""));
    }

    public static IndexSearcher Open(string folder)
    {
        try
        {
            var loaded = new IndexFolder(folder).Load(CorpusSchema.Instance);
            return loaded?.Index.Searcher ?? throw new InvalidDataException("There is none.");
        }
        catch (InvalidDataException unusable)
        {
            throw new StartRefusedException($"No index can be read from {folder}: {unusable.Message}", unusable);
        }
    }
}
