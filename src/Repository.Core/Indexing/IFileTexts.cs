namespace Repository.Core.Indexing;

/// <summary>The words inside media files. A border: Core reads no files.</summary>
public interface IFileTexts
{
    /// <summary>What search is told of a file's text; empty for a file without words; null while nobody has read it.</summary>
    string? Find(string hash, string extension);
}

/// <summary>A file whose text an item waits for.</summary>
public readonly record struct AwaitedText(string Hash, string Extension)
{
    /// <summary>As it stands in the index, under <see cref="IndexFields.Awaits"/>.</summary>
    public override string ToString() => $"{Hash}.{Extension}";

    public static AwaitedText Parse(string text) => new(text[..text.IndexOf('.', StringComparison.Ordinal)], text[(text.IndexOf('.', StringComparison.Ordinal) + 1)..]);
}
