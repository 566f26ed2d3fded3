using System.Collections.Immutable;
using Repository.Core.Content;
using Repository.Core.Schema;

namespace Repository.Core.Publishing;

/// <summary>Which cultures a writer means. Pure.</summary>
internal static class PublishedCultures
{
    /// <summary>
    /// The cultures to publish, in the schema's own spelling; none given means all that are written. An item that does not vary has only
    /// the invariant culture, one that varies never has it.
    /// </summary>
    public static (ImmutableArray<string> Cultures, ImmutableArray<ValueProblem> Problems) Wanted(ContentSchema schema, ContentType type, ItemContent draft, IReadOnlyCollection<string> given)
    {
        var wanted = given.Count == 0 ? [.. draft.Cultures] : given.Select(culture => schema.KnownTag(culture) ?? culture).Distinct().ToImmutableArray();
        var problems = from culture in wanted
                       let refusal = Refusal(schema, type, draft, culture)
                       where refusal is not null
                       select new ValueProblem("", culture, refusal);
        return (wanted, [.. problems]);
    }

    private static string? Refusal(ContentSchema schema, ContentType type, ItemContent draft, string culture) => (type.VariesByCulture, culture) switch
    {
        (false, "") => null,
        (false, _) => Refusals.HasNoLanguages,
        (true, "") => Refusals.NeedsLanguage,
        _ when schema.KnownTag(culture) is null => Refusals.UnknownLanguage(culture),
        _ => draft.Name(culture) is null ? Refusals.LanguageNotWritten : null,
    };
}
