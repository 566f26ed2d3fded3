namespace Repository.Search.Analysis;

/// <summary>Reads the word lists and character tables that lie beside the code. Lines that are blank or begin with # say nothing.</summary>
internal static class EmbeddedLines
{
    /// <param name="name">Path below this folder, with dots: "Spanish.stopwords.txt".</param>
    public static IEnumerable<string> Read(string name)
    {
        var resource = $"{typeof(EmbeddedLines).Namespace}.{name}";
        using var stream = typeof(EmbeddedLines).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The library lacks its file {resource}.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (!string.IsNullOrWhiteSpace(line) && !line.StartsWith('#'))
                yield return line;
    }
}
