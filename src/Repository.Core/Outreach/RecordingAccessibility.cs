using Repository.Core.Content;

namespace Repository.Core.Outreach;

/// <summary>A recording that the public hears or sees can be read as well: sound by its transcript, video by its captions.</summary>
public sealed class RecordingAccessibility(string type, string property, string message) : IItemRules
{
    public static RecordingAccessibility Audio { get; } = new("umbracoMediaAudio", "transcript", "Escribe la transcripción: quien no oye la grabación debe poder leerla.");

    public static RecordingAccessibility Video { get; } = new("umbracoMediaVideo", "subtitlesFile", "Elige el archivo de subtítulos: quien no oye el video debe poder leerlo.");

    public string Type => type;

    public IReadOnlyCollection<string> TermProperties => [];

    public ItemContent Derive(ItemReading reading) => reading.Content;

    public IEnumerable<ValueProblem> Check(ItemReading reading, string culture, IReadOnlyDictionary<Guid, string> termKeys)
    {
        if (reading.Type.Property(property) is not null && string.IsNullOrWhiteSpace(reading.Text(property, culture))) yield return new ValueProblem(property, ItemContent.Invariant, message);
    }
}
