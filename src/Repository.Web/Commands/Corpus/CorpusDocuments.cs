using System.Diagnostics;
using System.Text.Json;
using Repository.Search.Indexing;
using Repository.Web.Operations;

namespace Repository.Web.Commands.Corpus;

/// <summary>Documents as JSON, one object a line: an id, and fields with one text or several.</summary>
internal sealed class CorpusDocuments(string path)
{
    private readonly Stopwatch _parsing = new();

    public int Count { get; private set; }

    /// <summary>How much time went into reading JSON, which has nothing to do with the index.</summary>
    public TimeSpan Parsing => _parsing.Elapsed;

    public IEnumerable<IndexDocument> Read()
    {
        foreach (var line in File.ReadLines(path))
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            _parsing.Start();
            var document = Read(line);
            _parsing.Stop();
            Count++;
            yield return document;
        }
    }

    /// <summary>One value as text, or each of an array.</summary>
    public static IEnumerable<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Null => [],
        _ => [value.GetRawText()],
    };

    private IndexDocument Read(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var document = new IndexDocument(Texts(json.RootElement.GetProperty(CorpusSchema.Key)).Single());
            foreach (var field in json.RootElement.EnumerateObject())
            {
                foreach (var text in Texts(field.Value)) document.Add(field.Name, text);
            }

            return document;
        }
        catch (Exception broken) when (broken is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new StartRefusedException($"{path}, document {Count + 1}: {broken.Message}", broken);
        }
    }
}
