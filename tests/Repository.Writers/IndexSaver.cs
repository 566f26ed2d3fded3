using System.Globalization;
using Repository.Search;
using Repository.Search.Analysis;
using Repository.Search.Indexing;
using Repository.Search.Saving;

namespace Repository.Writers;

/// <summary>
/// Changes an index and saves it, again and again, until the process is killed. Which documents the state of each number holds can be worked out without the index;
/// the mark is that number.
/// </summary>
internal static class IndexSaver
{
    private const int Keys = 60;
    private const int MostChanges = 12;

    public static readonly IndexSchema Schema = new(KeywordAnalyzer.Instance, new FieldDefinition("written", FieldKind.Keyword, KeywordAnalyzer.Instance));

    /// <summary>Goes on from what is in the folder. Says the number of each state once it is saved.</summary>
    public static void Run(string path, int seed)
    {
        var folder = new IndexFolder(path);
        var (index, state) = folder.Load(Schema) is var (loaded, mark) ? (loaded, Number(mark)) : (new SearchIndex(Schema), 0);
        while (true)
        {
            state++;
            var (put, gone) = Changes(seed, state);
            index.Apply(put.Select(key => new IndexDocument(key).Add("written", Text(key, state))), gone);
            if (state % 10 == 0) index.MergeAll();
            folder.Save(index.Searcher, state.ToString(CultureInfo.InvariantCulture));
            Console.WriteLine(state);
        }
    }

    /// <summary>What every document says in the state of that number.</summary>
    public static IReadOnlySet<string> Documents(int seed, int number)
    {
        var written = new Dictionary<string, string>();
        for (var state = 1; state <= number; state++)
        {
            var (put, gone) = Changes(seed, state);
            foreach (var key in gone) written.Remove(key);
            foreach (var key in put) written[key] = Text(key, state);
        }

        return written.Values.ToHashSet();
    }

    public static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>No key is both put and gone.</summary>
    private static (string[] Put, string[] Gone) Changes(int seed, int state)
    {
        var random = new Random(HashOf(seed, state));
        var keys = Enumerable.Range(0, Keys).Select(number => $"k{number}").ToArray();
        random.Shuffle(keys);
        var put = random.Next(1, MostChanges);
        return (keys[..put], keys[put..(put + random.Next(MostChanges / 2))]);
    }

    private static int HashOf(int seed, int state) => unchecked((seed * 486_187_739) + state);

    private static string Text(string key, int state) => $"{key}-{state}";
}
