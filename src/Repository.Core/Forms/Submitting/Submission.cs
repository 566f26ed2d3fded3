using System.Collections.Immutable;

namespace Repository.Core.Forms.Submitting;

/// <summary>What somebody sent, by alias, before anything is known about it.</summary>
public sealed class Submission(IEnumerable<KeyValuePair<string, FieldInput>> inputs)
{
    /// <summary>An alias that was sent twice has all that was sent for it.</summary>
    public ImmutableSortedDictionary<string, FieldInput> Inputs { get; } = inputs
        .GroupBy(input => input.Key, input => input.Value, StringComparer.Ordinal)
        .ToImmutableSortedDictionary(same => same.Key, same => same.Aggregate((one, other) => new FieldInput([.. one.Texts, .. other.Texts], [.. one.Files, .. other.Files])), StringComparer.Ordinal);

    public FieldInput this[string alias] => Inputs.GetValueOrDefault(alias, FieldInput.None);
}

/// <summary>What was sent for one field: texts, files or nothing.</summary>
public sealed record FieldInput(ImmutableArray<string> Texts, ImmutableArray<UploadedFile> Files)
{
    public static readonly FieldInput None = new([], []);

    public bool IsEmpty => Files.IsEmpty && Texts.All(string.IsNullOrWhiteSpace);

    public static FieldInput Of(params ImmutableArray<string> texts) => new(texts, []);
}

/// <summary>A file as far as it is told here; its bytes lie elsewhere, under its key.</summary>
public sealed record UploadedFile(Guid Key, string Name, string MediaType, long Length);
