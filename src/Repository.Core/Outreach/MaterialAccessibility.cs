using Repository.Core.Content;

namespace Repository.Core.Outreach;

/// <summary>What a material must offer besides its files, by what it is: whoever cannot see it or hear it gets the same from a text.</summary>
public sealed class MaterialAccessibility : IItemRules
{
    public const string MaterialType = "outreachMaterial";

    private const string Kind = "kind";

    /// <summary>By kind, the property that must not be empty, and what is said when it is.</summary>
    private static readonly Dictionary<string, (string Property, string Message)> Needed = new(StringComparer.Ordinal)
    {
        ["infographic"] = TextEquivalent,
        ["judgmentInfographic"] = TextEquivalent,
        ["poster"] = TextEquivalent,
        ["video"] = ("subtitles", "Elige el archivo de subtítulos del video."),
        ["audioCapsule"] = Transcript,
        ["voiceNote"] = Transcript,
    };

    public string Type => MaterialType;

    public IReadOnlyCollection<string> TermProperties => [Kind];

    private static (string, string) TextEquivalent => ("textEquivalent", "Escribe el texto equivalente: lo que la pieza dice con imágenes, dicho con palabras.");

    private static (string, string) Transcript => ("transcript", "Escribe la transcripción de lo que se oye.");

    public ItemContent Derive(ItemReading reading) => reading.Content;

    public IEnumerable<ValueProblem> Check(ItemReading reading, string culture, IReadOnlyDictionary<Guid, string> termKeys)
    {
        foreach (var kind in reading.Value(Kind).References)
        {
            if (!Needed.TryGetValue(termKeys.GetValueOrDefault(kind.Key, ""), out var needed)) continue;
            if (reading.Missing(needed.Property, culture) is { } missing) yield return missing with { Message = needed.Message };
        }
    }
}
