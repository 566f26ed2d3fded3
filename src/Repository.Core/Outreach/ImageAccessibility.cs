using Repository.Core.Content;
using Repository.Core.Editors;

namespace Repository.Core.Outreach;

/// <summary>A picture that the public sees says in words what it shows, or that it is there for decoration alone.</summary>
public sealed class ImageAccessibility(string type) : IItemRules
{
    private const string AltText = "altText";
    private const string Decorative = "decorative";

    public string Type => type;

    public IReadOnlyCollection<string> TermProperties => [];

    public ItemContent Derive(ItemReading reading) => reading.Content;

    public IEnumerable<ValueProblem> Check(ItemReading reading, string culture, IReadOnlyDictionary<Guid, string> termKeys)
    {
        if (reading.Type.Property(AltText) is not { } property || reading.Value(Decorative, culture) is BooleanValue { Value: true }) yield break;
        if (!string.IsNullOrWhiteSpace(reading.Text(AltText, culture))) yield break;
        var own = reading.Type.VariesByCulture && property.VariesByCulture ? culture : ItemContent.Invariant;
        yield return new ValueProblem(AltText, own, "Escribe el texto alternativo o marca la imagen como decorativa.");
    }
}
